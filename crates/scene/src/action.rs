//! Everything a person can do to a view, as a closed list, and what each does.

use entente_atlas::query::Expr;
use entente_atlas::{BlocIx, Date, Status, StatusSet};
use entente_geo::ProjectionKind;

use crate::view::{CameraView, Centre, LinksShown, Panel, Selection, ThemeChoice, View};

/// One thing a person, a link or a host page asks for.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Show a bloc that is hidden, hide one that is shown.
    ToggleBloc(BlocIx),
    /// Show a bloc by its outer border alone, or by its colour again.
    ToggleOutline(BlocIx),
    /// Show these blocs and no others.
    ShowOnly(Vec<BlocIx>),
    /// Ask a set question, or none.
    Ask(Option<Expr>),
    /// Move to a date; `None` is today.
    SetDate(Option<Date>),
    /// Turn the panel to something, or to nothing.
    Select(Option<Selection>),
    /// Fold the panel away, keeping the selection.
    ClosePanel,
    /// Lay the sphere out otherwise.
    SetProjection(ProjectionKind),
    /// Centre the map.
    SetCentre(Centre),
    /// Move or zoom; `None` is the whole world.
    SetCamera(Option<CameraView>),
    /// Show or hide a standing.
    ToggleStatus(Status),
    /// Choose which agreements are drawn.
    SetLinks(LinksShown),
    /// Choose light or dark.
    SetTheme(ThemeChoice),
}

/// The view after an action.
pub fn apply(view: &View, action: Action) -> View {
    let mut next = view.clone();
    match action {
        Action::ToggleBloc(bloc) => {
            let shown = next.blocs.contains(&bloc) || next.outlined.contains(&bloc);
            next.blocs.retain(|other| *other != bloc);
            next.outlined.retain(|other| *other != bloc);
            if !shown {
                next.blocs.push(bloc);
            }
        }
        Action::ToggleOutline(bloc) => {
            let outlined = next.outlined.contains(&bloc);
            next.blocs.retain(|other| *other != bloc);
            next.outlined.retain(|other| *other != bloc);
            if outlined { next.blocs.push(bloc) } else { next.outlined.push(bloc) }
        }
        Action::ShowOnly(blocs) => {
            next.outlined.clear();
            next.blocs.clear();
            for bloc in blocs {
                if !next.blocs.contains(&bloc) {
                    next.blocs.push(bloc);
                }
            }
        }
        Action::Ask(expression) => next.expression = expression,
        Action::SetDate(date) => next.at = date,
        Action::Select(selection) => {
            next.select = selection;
            next.panel = Panel::Auto;
        }
        Action::ClosePanel => next.panel = Panel::Closed,
        Action::SetProjection(projection) => next.projection = projection,
        Action::SetCentre(centre) => next.centre = centre,
        Action::SetCamera(camera) => next.camera = camera,
        Action::ToggleStatus(status) => next.statuses = Some(toggled(view, status)),
        Action::SetLinks(links) => next.links = links,
        Action::SetTheme(theme) => next.theme = theme,
    }
    next
}

fn toggled(view: &View, status: Status) -> StatusSet {
    Status::ALL.iter().copied().filter(|other| view.shows(*other) != (*other == status)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn showing_a_bloc_twice_hides_it_again() {
        let bare = View::bare();
        let shown = apply(&bare, Action::ToggleBloc(BlocIx::new(3)));
        assert_eq!(shown.blocs, vec![BlocIx::new(3)]);
        assert_eq!(apply(&shown, Action::ToggleBloc(BlocIx::new(3))), bare);
    }

    #[test]
    fn a_bloc_is_shown_by_colour_or_by_outline_but_never_by_both() {
        let shown = apply(&View::bare(), Action::ToggleBloc(BlocIx::new(1)));
        let outlined = apply(&shown, Action::ToggleOutline(BlocIx::new(1)));
        assert_eq!((outlined.blocs.len(), outlined.outlined.len()), (0, 1));
        assert_eq!(apply(&outlined, Action::ToggleOutline(BlocIx::new(1))), shown);
    }

    #[test]
    fn hiding_a_standing_leaves_the_others_as_they_were() {
        let view = apply(&View::bare(), Action::ToggleStatus(Status::Candidate));
        assert!(!view.shows(Status::Candidate));
        assert!(view.shows(Status::Member) && view.shows(Status::Observer));
        assert!(apply(&view, Action::ToggleStatus(Status::Candidate)).shows(Status::Candidate));
    }

    #[test]
    fn selecting_opens_a_panel_that_was_closed() {
        let closed = apply(&View::bare(), Action::ClosePanel);
        assert_eq!(apply(&closed, Action::Select(None)).panel, Panel::Auto);
    }
}
