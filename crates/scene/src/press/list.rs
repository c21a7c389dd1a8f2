//! Who a view is about, with standing and first day in each bloc, as CSV; and the memberships that this rests on.

use entente_atlas::order::Order as _;
use entente_atlas::query::at::status_at;
use entente_atlas::query::search::folded;
use entente_atlas::query::{Context, eval};
use entente_atlas::{Atlas, BlocIx, CountryIx, CountrySet, Date, Membership, Status};

use super::asked::{asked, blocs};
use super::csv::csv;
use crate::supposed::supposed;
use crate::view::View;

/// The countries of a view's answer, or with a standing in the blocs that it shows, by name.
#[derive(Debug)]
pub struct List<'a> {
    atlas: &'a Atlas,
    date: Date,
    blocs: Vec<BlocIx>,
    countries: Vec<CountryIx>,
    /// What the view supposes, in a sentence.
    supposed: Option<String>,
}

impl<'a> List<'a> {
    /// The list of a view.
    pub fn of(atlas: &'a Atlas, view: &View, today: Date) -> Self {
        let date = view.date(today);
        let (view, blocs) = (asked(view, atlas), blocs(view));
        let answer = match &view.expression {
            Some(expression) => eval(atlas, expression, Context::members_at(date)),
            None => standing(atlas, &view, date, &blocs),
        };
        let mut countries: Vec<CountryIx> = answer.iter().collect();
        countries.order_by_key(|country| (folded(atlas.country(*country).name()), *country));
        Self { atlas, date, blocs, countries, supposed: supposed(&view, atlas) }
    }

    /// How many they are.
    pub fn count(&self) -> usize {
        self.countries.len()
    }

    /// Code and name, then for each bloc the standing, its first day, and what of it is in doubt or supposed; where the view supposes
    /// something, what that is.
    pub fn csv(&self) -> String {
        let mut head = vec!["code".to_owned(), "country".to_owned()];
        for bloc in &self.blocs {
            let id = &self.atlas.bloc(*bloc).id;
            head.extend([id.clone(), format!("{id} since"), format!("{id} flags")]);
        }
        head.extend(self.supposed.iter().map(|_| "hypothetical".to_owned()));
        let mut rows = vec![head];
        for country in &self.countries {
            let one = self.atlas.country(*country);
            let mut row = vec![one.code.clone(), one.name().to_owned()];
            self.blocs.iter().for_each(|bloc| row.extend(self.cell(*country, *bloc)));
            row.extend(self.supposed.clone());
            rows.push(row);
        }
        csv(&rows)
    }

    fn cell(&self, country: CountryIx, bloc: BlocIx) -> [String; 3] {
        let Some(status) = status_at(self.atlas, country, bloc, self.date) else { return Default::default() };
        let mut spells = self.atlas.memberships_between(country, bloc);
        let spell = spells.find(|row| row.status == status && row.span.contains(self.date));
        let since = spell.map(|row| row.span.from.to_string()).unwrap_or_default();
        [status.to_string(), since, spell.map(flags).unwrap_or_default()]
    }

    /// Every spell of these countries in the blocs of the view, as `entente export memberships` writes them. Where the view supposes
    /// something, a column more says which rows are no facts.
    pub fn memberships_csv(&self) -> String {
        let rows = self.blocs.iter().flat_map(|bloc| self.atlas.memberships_of_bloc(*bloc));
        // Who is gone by supposition is not in the list, and still is what it rests on.
        let is_of = |row: &&Membership| self.countries.contains(&row.country) || row.hypothetical_end;
        let rows: Vec<&Membership> = rows.filter(is_of).collect();
        let mut table = vec![["bloc", "country", "status", "from", "to", "source"].map(str::to_owned).to_vec()];
        table.extend(rows.iter().map(|row| self.membership(row)));
        if self.supposed.is_some() {
            let head = "hypothetical".to_owned();
            let cells = rows.iter().map(|row| match (row.hypothetical, row.hypothetical_end) {
                (true, _) => "yes".to_owned(),
                (_, true) => "its end".to_owned(),
                _ => String::new(),
            });
            let column = [head].into_iter().chain(cells);
            table.iter_mut().zip(column).for_each(|(row, cell)| row.push(cell));
        }
        csv(&table)
    }

    fn membership(&self, row: &Membership) -> Vec<String> {
        let sources: Vec<&str> = row.sources.iter().map(|source| self.atlas.source(*source).id.as_str()).collect();
        vec![
            self.atlas.bloc(row.bloc).id.clone(),
            self.atlas.country(row.country).code.clone(),
            row.status.to_string(),
            row.span.from.to_string(),
            row.span.to.map(|to| to.to_string()).unwrap_or_default(),
            sources.join(" "),
        ]
    }
}

/// Who has a standing in the blocs that the view shows.
fn standing(atlas: &Atlas, view: &View, date: Date, blocs: &[BlocIx]) -> CountrySet {
    let is_shown = |status| matches!(status, Status::Member | Status::Suspended) || view.shows(status);
    let rows = blocs.iter().flat_map(|bloc| atlas.memberships_of_bloc(*bloc));
    rows.filter(|row| row.span.contains(date) && is_shown(row.status)).map(|row| row.country).collect()
}

fn flags(spell: &Membership) -> String {
    let flags = [
        (spell.hypothetical, "hypothetical"),
        (spell.hypothetical_end, "leaves hypothetically"),
        (spell.contested, "contested"),
        (spell.unverified, "unverified"),
    ];
    let flags: Vec<&str> = flags.into_iter().filter(|(is_so, _)| *is_so).map(|(_, word)| word).collect();
    flags.join("; ")
}
