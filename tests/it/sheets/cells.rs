//! Cells that could be understood in several ways, and long sheets of them.

use programme::{
    Programme,
    sheet::{self, Settings, Sheet},
};

use super::{import, rows, said};
use crate::day;

#[test]
fn numbers_in_words_are_no_numbers() {
    let (programme, _) = import(
        "Recommendation,Action\n3-year plan needed,Write\n1 - 2 more officers,Hire\n2 - Talk,Ask\n",
    );
    let all = programme.recommendations().iter();
    let shown: Vec<_> = all.map(|r| format!("{} {}", r.key.reference, r.title)).collect();
    // The third prints 2; the first two have what is left, in order.
    assert_eq!(shown, ["R1 3-year plan needed", "R2 Talk", "R3 1 - 2 more officers"]);
}

#[test]
fn another_number_makes_another_recommendation() {
    let (programme, _) = import(
        "No,Recommendation,Action\n1,Noted,Write\n2,Noted,Print\n2,Noted,Bind\n3.1,Noted,Ask\n",
    );
    let all = programme.recommendations().iter();
    assert_eq!(all.map(|r| r.key.reference.to_string()).collect::<Vec<_>>(), ["R1", "R2"]);
    let shown: Vec<_> = programme
        .actions()
        .iter()
        .map(|a| {
            let answers = a.answers.iter().filter_map(|id| programme.get(*id));
            let answers = answers.map(|r| r.key.reference.to_string()).collect::<Vec<_>>();
            format!("{} {} for {}", a.key.reference, a.title, answers.join(" "))
        })
        .collect();
    // "3.1" may be the number of an action of the second.
    let expected =
        ["A1.1 Write for R1", "A2.1 Print for R2", "A2.2 Bind for R2", "A3.1 Ask for R2"];
    assert_eq!(shown, expected);
}

#[test]
fn what_is_told_of_several_actions_goes_to_each_where_it_is_listed() {
    let text = |update: &str| {
        format!(
            "Action,Status,Progress update\n\"- Write\n- Print\",\"Completed\nNot started\",\"{update}\"\n"
        )
    };
    let told = |update: &str| {
        let (programme, findings) = import(&text(update));
        let all = programme.actions().iter().map(|a| {
            let notes = a.status.iter().filter_map(|note| note.text.clone());
            notes.collect::<Vec<_>>().join("|")
        });
        (all.collect::<Vec<_>>(), said(&findings).join(" "))
    };
    let nobodys = (vec![String::new(), String::new()], "INP-025 2:3".to_owned());
    assert_eq!(told("Drafted in May.\nCabinet agreed it in June."), nobodys);
    assert_eq!(told("Drafted in May.\n\nCabinet agreed it in June."), nobodys);
    assert_eq!(told("1. One\n2. Two\n3. Three"), nobodys);
    let each = (vec!["Drafted.".to_owned(), "Printed.".to_owned()], String::new());
    assert_eq!(told("- Drafted.\n- Printed."), each);
    assert_eq!(told("1. Drafted.\n2. Printed."), each);
}

#[test]
fn nothing_written_runs_wherever_cells_are_parted() {
    let (programme, _) = import(
        "Action,Owner,Notes on it\n\"x;=HYPERLINK(1)\",\"COO\t@SUM(A1)\",\"so\n=1+1;\"\"=2\"\"\"\n",
    );
    let text = sheet::write(&programme, day("2024-06-30"));
    assert!(text.contains("x;'=HYPERLINK(1)"), "{text}");
    for mark in [b',', b';', b'\t'] {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(mark);
        for record in reader.from_reader(text.as_bytes()).records() {
            for cell in record.unwrap().iter() {
                assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} of {text}");
            }
        }
    }
    let (again, _) = import(&text);
    assert_eq!(again.actions().iter().next().unwrap().title, "x;=HYPERLINK(1)");
}

/// Each action, with that of which it is a part and what it answers.
fn ties(programme: &Programme) -> Vec<String> {
    let all = programme.actions().iter().map(|a| {
        let parent = a.parent.and_then(|id| programme.get(id));
        let parent = parent.map(|a| format!(" of {}", a.key.reference)).unwrap_or_default();
        let answers = a.answers.iter().filter_map(|id| programme.get(*id));
        let answers = answers.map(|r| r.key.reference.to_string()).collect::<Vec<_>>();
        format!("{}{parent} for {}", a.key.reference, answers.join(" "))
    });
    all.collect()
}

#[test]
fn parts_and_answers_are_read_and_come_back() {
    let (programme, findings) = import(
        "Rec no,Recommendation,Action ref,Action,Part of,Also answers\n\
         1,Plan,1.1,Write,,\"2, 3\"\n,,1.1.1,Draft it,1.1,\n,,1.1.2,Print it,A1.1,R3\n\
         2,Talk,2(a),Ask,,1\n,,,Call,2(a),\n3,Meet,,,,\n",
    );
    assert!(said(&findings).is_empty(), "{findings}");
    let expected = [
        "A1.1 for R1 R2 R3",
        "A1.1.1 of A1.1 for R1",
        "A1.1.2 of A1.1 for R1 R3",
        "A2.1 for R2 R1",
        "A2.2 of A2.1 for R2",
    ];
    assert_eq!(ties(&programme), expected);
    let written = sheet::write(&programme, day("2024-06-30"));
    let (again, findings) = import(&written);
    assert!(said(&findings).is_empty(), "{findings}\n{written}");
    assert_eq!(ties(&again), expected);
    assert_eq!(sheet::write(&again, day("2024-06-30")), written);
    // What names no row of the sheet is kept with its own.
    let (programme, findings) =
        import("No,Action,Part of,Also answers\nA1,Write,A1,\nA2,Print,A9,The Annual Report\n");
    assert_eq!(said(&findings), ["INP-029 2:3", "INP-029 3:3", "INP-029 3:4"], "{findings}");
    assert_eq!(ties(&programme), ["A1 for ", "A2 for "]);
    let kept = rows(&programme).into_iter().flat_map(|row| &row.other);
    let kept: Vec<_> = kept.map(|cell| cell.text.as_str()).collect();
    assert_eq!(kept, ["A1", "A9", "The Annual Report"]);
}

#[test]
fn letters_of_a_rag_column_are_colours() {
    let told = |cells: &[&str]| {
        let lines = cells.iter().map(|cell| format!("Write,\"{cell}\"\n"));
        let text = format!("Action,RAG\n{}", lines.collect::<String>());
        let (programme, findings) = import(&text);
        let states = programme.actions().iter().flat_map(|a| &a.status);
        let states = states.filter_map(|note| note.state.as_ref());
        let states: Vec<_> = states.map(|state| state.words().into_owned()).collect();
        let kept = rows(&programme).into_iter().flat_map(|row| &row.other);
        let kept: Vec<_> = kept.map(|cell| cell.text.clone()).collect();
        let written = sheet::write(&programme, day("2024-06-30"));
        let again = sheet::write(&import(&written).0, day("2024-06-30"));
        assert_eq!(again, written);
        (states.join(" "), kept.join(" "), said(&findings).join(" "))
    };
    let all = |a: &str, b: &str, c: &str| (a.to_owned(), b.to_owned(), c.to_owned());
    assert_eq!(
        told(&["G", "A", "r", "", "A/G", "A/R"]),
        all("Green Amber Red Amber/Green Amber/Red", "G A r A/G A/R", "")
    );
    // Blue says that it is done in one council and something else in another.
    assert_eq!(told(&["G", "B"]), all("Green B", "G", "INP-009 3:2"));
    // Letters among words may mean anything.
    assert_eq!(told(&["G", "Amber"]), all("G Amber", "", "INP-009 2:2"));
    assert_eq!(told(&["G", "H"]), all("G H", "", "INP-009 2:2 INP-009 3:2"));
}

#[test]
fn a_line_with_an_action_is_no_total() {
    let (programme, findings) = import(
        "Recommendation,Action,Owner\n\
         Total place: pool the budgets,Agree a pool,\n\
         Key: a plan for prevention,Write it,\n\
         Total,2 actions,\nTotal recommendations: 2,,\nNote: dates may change,,\n",
    );
    let titles: Vec<_> = programme.actions().iter().map(|a| a.title.as_str()).collect();
    assert_eq!(titles, ["Agree a pool", "Write it"]);
    assert_eq!(said(&findings), ["INP-022 4:1", "INP-022 5:1", "INP-022 6:1"], "{findings}");
}

#[test]
fn long_sheets_and_wide_ones_take_no_more_than_their_length() {
    // Time that grows with the square would make minutes of this.
    let mut long = "Recommendation,Action,Workstream\nPlan,Write,W0\n".to_owned();
    for at in 1..40_000 {
        long.push_str(&format!(",Write {at},W{at}\n"));
    }
    let sheet = Sheet::read(&long);
    let imported = sheet.import(&sheet.propose(), &Settings::named("Example"));
    let actions = imported.document.actions.items();
    assert_eq!((actions.len(), imported.document.workstreams.items().len()), (40_000, 40_000));
    let mut wide = "Action,Owner\n".to_owned() + &",".repeat(20_000) + "x\n";
    wide.push_str(&"Write,COO\n".repeat(20_000));
    let sheet = Sheet::read(&wide);
    let imported = sheet.import(&sheet.propose(), &Settings::named("Example"));
    assert_eq!(said(&imported.findings), ["INP-020 1:20001", "INP-022 2:20001"]);
}

#[test]
fn status_and_colour_come_out_in_their_own_columns() {
    // What each line says of status and colour, whatever of it can be read.
    let lines = [
        ("Blue", "Completed"),
        ("Grey", "On track"),
        ("Green", "Complete"),
        ("Red", "On track"),
        ("", "In progress"),
        ("Amber", "Not started"),
    ];
    let text = lines.iter().enumerate().map(|(at, (colour, status))| {
        format!("{},Do {at},COO,May 2024,{colour},{status}\n", at + 1)
    });
    let text = format!("No.,Action,Lead,Deadline,RAG,Status\n{}", text.collect::<String>());
    let (programme, _) = import(&text);
    let out = Sheet::read(&sheet::write(&programme, day("2024-06-01")));
    let column = |heading: &str| (0..out.width()).find(|at| out.rows()[0].cell(*at) == heading);
    let (colours, statuses) = (column("RAG").unwrap(), column("Status").unwrap());
    let written: Vec<_> =
        out.rows()[1..].iter().map(|row| (row.cell(colours), row.cell(statuses))).collect();
    assert_eq!(written, lines);
}

#[test]
fn a_sheet_of_colours_alone_stays_one() {
    let (programme, _) =
        import("No.,Action,RAG\n1,Write,Amber\n2,Print,Grey\n3,Post,G/A\n4,Bind,Red/Amber\n");
    let out = Sheet::read(&sheet::write(&programme, day("2024-06-01")));
    let column = |heading: &str| (0..out.width()).find(|at| out.rows()[0].cell(*at) == heading);
    let colours = column("RAG").unwrap();
    let written: Vec<_> = out.rows()[1..].iter().map(|row| row.cell(colours)).collect();
    assert_eq!(written, ["Amber", "Grey", "G/A", "Red/Amber"]);
}
