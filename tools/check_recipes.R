# Tries the README's recipe for R on an output folder, with nothing but what R brings.
#
#     Rscript tools/check_recipes.R OUT

out <- commandArgs(trailingOnly = TRUE)[1]
load <- function(table) {
  read.csv(file.path(out, paste0(table, ".csv")), na.strings = "", colClasses = "character", encoding = "UTF-8")
}

agenda <- load("agenda")
seq <- as.integer(agenda$seq)
minutes <- as.integer(agenda$duration_minutes)
stopifnot(!anyNA(seq), anyNA(minutes), all(grepl("^\\d\\d:\\d\\d$", agenda$start_time) | is.na(agenda$start_time)))
people <- merge(load("presenters"), agenda, by.x = "agenda_id", by.y = "id")
stopifnot(nrow(people) == nrow(load("presenters")))

# Namibia stays what it is.
participants <- load("participants")
printed <- readLines(file.path(out, "participants.csv"), encoding = "UTF-8", warn = FALSE)
stopifnot(sum(participants$country_code == "NA", na.rm = TRUE) == sum(grepl(",NA,", printed, fixed = TRUE)))
cat("R: as it should be\n")
