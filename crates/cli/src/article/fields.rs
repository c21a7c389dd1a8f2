//! The keys of a TOML table, each asked for once; what is missing, wrong or unknown is a problem, and reading goes on.

use std::cell::RefCell;

use entente_atlas::{Problem, Step};
use toml::{Table, Value};

use super::problem;

/// A table with the way to it, and where its problems go.
pub(super) struct Fields<'a> {
    table: &'a Table,
    file: &'a str,
    path: Vec<Step>,
    problems: &'a RefCell<Vec<Problem>>,
    asked: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) fn new(table: &'a Table, file: &'a str, path: Vec<Step>, problems: &'a RefCell<Vec<Problem>>) -> Self {
        Self { table, file, path, problems, asked: Vec::new() }
    }

    /// Takes a problem of a key; gives back what stands for its value.
    pub(super) fn wrong<T: Default>(&self, key: &str, message: String, remedy: &str) -> T {
        let mut path = self.path.clone();
        path.push(Step::Key(key.to_owned()));
        self.problems.borrow_mut().push(problem(self.file, path, message, remedy));
        T::default()
    }

    fn value(&mut self, key: &'static str) -> Option<&'a Value> {
        self.asked.push(key);
        self.table.get(key)
    }

    /// Some words; empty where there are none.
    pub(super) fn text(&mut self, key: &'static str) -> String {
        match self.value(key) {
            None => String::new(),
            Some(Value::String(text)) => text.trim().to_owned(),
            Some(other) => self.wrong(key, format!("{key} is {}", kind(other)), "put it between double quotes"),
        }
    }

    /// Some words that must be there.
    pub(super) fn needed(&mut self, key: &'static str, remedy: &str) -> String {
        let text = self.text(key);
        let is_missing = self.table.get(key).is_none_or(|value| value.as_str().is_some_and(str::is_empty));
        if is_missing { self.wrong(key, format!("{key} is missing"), remedy) } else { text }
    }

    /// Yes or no; no where nothing is said.
    pub(super) fn flag(&mut self, key: &'static str) -> bool {
        match self.value(key) {
            None => false,
            Some(Value::Boolean(flag)) => *flag,
            Some(other) => self.wrong(key, format!("{key} is {}", kind(other)), "write true or false, without quotes"),
        }
    }

    /// One of some words.
    pub(super) fn word<T: Copy>(&mut self, key: &'static str, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        let text = self.text(key);
        (!text.is_empty()).then(|| self.one(key, &text, all, word)).flatten()
    }

    /// Several of some words, as a list.
    pub(super) fn words<T: Copy>(
        &mut self,
        key: &'static str,
        all: &[T],
        word: fn(T) -> &'static str,
    ) -> Option<Vec<T>> {
        let list = match self.value(key)? {
            Value::Array(list) => list,
            other => {
                return self.wrong(key, format!("{key} is {}", kind(other)), "write a list: [\"legend\", \"panel\"]");
            }
        };
        Some(list.iter().filter_map(|one| self.one(key, one.as_str().unwrap_or_default(), all, word)).collect())
    }

    fn one<T: Copy>(&self, key: &str, text: &str, all: &[T], word: fn(T) -> &'static str) -> Option<T> {
        let found = all.iter().copied().find(|one| word(*one) == text);
        if found.is_none() {
            let known: Vec<&str> = all.iter().map(|one| word(*one)).collect();
            let message = format!("\"{text}\" is no word for {key}");
            return self.wrong(key, message, &format!("take {}", known.join(", ")));
        }
        found
    }

    /// A list of tables, at least one.
    pub(super) fn tables(&mut self, key: &'static str, remedy: &str) -> Vec<Fields<'a>> {
        let list = match self.value(key) {
            Some(Value::Array(list)) if !list.is_empty() => list,
            _ => return self.wrong(key, format!("{key} is missing"), remedy),
        };
        let mut tables = Vec::new();
        for (index, value) in list.iter().enumerate() {
            let path = [self.path.clone(), vec![Step::Key(key.to_owned()), Step::Index(index)]].concat();
            match value {
                Value::Table(table) => tables.push(Self::new(table, self.file, path, self.problems)),
                other => {
                    let message = format!("{} stands among the {key}", kind(other));
                    self.problems.borrow_mut().push(problem(self.file, path, message, remedy));
                }
            }
        }
        tables
    }

    /// Complains of every key that was never asked for.
    pub(super) fn unknown(&self) {
        for key in self.table.keys().filter(|key| !self.asked.contains(&key.as_str())) {
            let () =
                self.wrong(key, format!("{key} is no key here"), &format!("take one of {}", self.asked.join(", ")));
        }
    }
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::String(_) => "some words",
        Value::Integer(_) | Value::Float(_) => "a number",
        Value::Boolean(_) => "true or false",
        Value::Datetime(_) => "a date",
        Value::Array(_) => "a list",
        Value::Table(_) => "a table",
    }
}
