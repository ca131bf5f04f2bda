//! `rapporteur eval`: how an output folder compares with gold.

use super::args::Eval;
use super::{Exit, complain, print};
use crate::eval;

pub(super) fn eval(args: &Eval) -> Exit {
    let mut evaluation = match eval::run(&args.gold, &args.out) {
        Ok(evaluation) => evaluation,
        Err(error) => {
            complain(&format!("{error:#}"));
            return Exit::Input;
        }
    };
    if !args.differences {
        evaluation.differences.clear();
    }
    if !args.json {
        return print(&format!("{evaluation}{}", evaluation.list()));
    }
    match serde_json::to_string_pretty(&evaluation) {
        Ok(json) => print(&format!("{json}\n")),
        Err(error) => {
            complain(&error.to_string());
            Exit::Output
        }
    }
}
