//! Stories as pages of their own: words, pictures and sources; whole without script, which only sets a live map beside them.

use entente_atlas::{Atlas, Date, Story, StoryStep};
use entente_geo::Topology;
use entente_geo::topology::simplify::simplify;
use entente_scene::camera::Size;
use entente_scene::legend::BORDER_POLICY;
use entente_scene::link;
use entente_scene::page::node::element;
use entente_scene::page::{Inside, Node, Page, legend, source_list};
use entente_scene::said::Said;
use entente_scene::style::LIGHT;
use entente_scene::svg::{Colours, Options};
use entente_scene::view::View;

use crate::html::escaped;
use crate::picture::{self, Picture};
use crate::unfurl::{MAP_PX, Site, Unfurl, card};

/// The size that a picture is made for; the page scales it.
const SIZE: (f64, f64) = (720.0, 400.0);

/// How coarse a picture of the whole world is; a closer look is drawn finer by as much.
const DETAIL_SR: f64 = 2e-4;

/// What the list of the stories says of them.
const CONTENTS: &str = "What the record of memberships and agreements tells, step by step, each with its map.";

/// What the stories are told with.
#[derive(Debug, Clone, Copy)]
pub struct Teller<'a> {
    /// The facts, with their stories.
    pub atlas: &'a Atlas,
    /// The shapes, in every detail.
    pub shapes: &'a Topology,
    /// The date of views that name none.
    pub today: Date,
    /// Where the site will be.
    pub site: &'a Site,
    /// The files of the cards within the folder of the stories, by story; the list's own has no name.
    pub cards: &'a [(String, String)],
}

/// A page: the name of its file, and its text.
pub type File = (String, String);

impl Teller<'_> {
    /// A page for each story, and one that lists them. They name the style sheet `story.css` and the script `story.js`, and lie one folder below the live map.
    #[must_use]
    pub fn pages(&self) -> Vec<File> {
        let stories = self.in_order();
        let told = stories.iter().enumerate().map(|(at, story)| {
            let before = at.checked_sub(1).and_then(|at| stories.get(at));
            (format!("{}.html", story.id), self.story(story, [before, stories.get(at + 1)].map(|other| other.copied())))
        });
        told.chain([("index.html".to_owned(), self.contents())]).collect()
    }

    fn in_order(&self) -> Vec<&Story> {
        let mut stories: Vec<&Story> = self.atlas.stories().iter().collect();
        stories.sort_by_key(|story| story.part);
        stories
    }

    fn story(&self, story: &Story, [before, after]: [Option<&Story>; 2]) -> String {
        let mut main = String::from("<article>");
        push(&mut main, opening(&story.title, &story.lead));
        for (at, step) in story.steps.iter().enumerate() {
            self.step(at, step, &mut main);
        }
        main.push_str("</article>");
        let view = View::bare();
        let page = self.page(&view);
        let neighbour = |word: &'static str, story: &Story| {
            let title = element("a").with("href", format!("{}.html", story.id)).text(story.title.as_str());
            element("p").child(element("span").class("word").text(word)).child(title)
        };
        let others: Vec<Node> = before
            .map(|story| neighbour("Before", story))
            .into_iter()
            .chain(after.map(|story| neighbour("Next", story)))
            .collect();
        let mut foot = vec![element("h2").text("Sources"), source_list(&page, &story.sources), self.colophon()];
        if !others.is_empty() {
            foot.push(element("nav").with("aria-label", "Other stories").children(others));
        }
        self.document(&story.id, "article", &story.title, &story.lead, &main, &foot)
    }

    /// One step: its date, its words and the way to the live map beside its picture.
    fn step(&self, at: usize, step: &StoryStep, out: &mut String) {
        let number = at + 1;
        let view = link::parse(query(step), self.atlas).view;
        let date = view.date(self.today);
        let when = element("time").with("datetime", date.to_string()).text(date.in_words());
        let live = format!("../{}", link::print(&view, self.atlas));
        let live = element("a").class("live").with("href", live).text(format!("Live map of {}", date.in_words()));
        let telling = element("div")
            .class("telling")
            .child(element("h2").child(when))
            .child(element("p").text(step.text.as_str()))
            .child(element("p").child(live));
        let Picture { scene, svg } = self.picture(&view, true);
        // The policy on borders stands once, below all pictures.
        let signs = legend(&self.page(&view), &scene.legend).into_iter().take(1).filter(|list| !list.inside.is_empty());
        let caption = element("figcaption")
            .child(element("p").text(scene.sentence.as_str()))
            .children(signs.map(|node| among_others(node, number)));
        out.push_str(&format!("<section class=\"step\" id=\"step-{number}\">"));
        push(out, telling);
        out.push_str("<figure>");
        out.push_str(&svg_among_others(&svg, number));
        push(out, caption);
        out.push_str("</figure></section>");
    }

    /// Every story by title and lead, with its first picture.
    fn contents(&self) -> String {
        let lead = CONTENTS;
        let mut main = String::from("<article>");
        push(&mut main, opening("Stories", lead));
        main.push_str("<ul class=\"stories\">");
        for (at, story) in self.in_order().into_iter().enumerate() {
            let title = element("a").with("href", format!("{}.html", story.id)).text(story.title.as_str());
            main.push_str("<li><div>");
            push(&mut main, element("h2").child(title));
            push(&mut main, element("p").text(story.lead.as_str()));
            main.push_str("</div>");
            if let Some(step) = story.steps.first() {
                let view = link::parse(query(step), self.atlas).view;
                main.push_str("<figure>");
                main.push_str(&svg_among_others(&self.picture(&view, false).svg, at + 1));
                main.push_str("</figure>");
            }
            main.push_str("</li>");
        }
        main.push_str("</ul></article>");
        self.document("", "website", "Stories", lead, &main, &[self.colophon()])
    }

    /// The page around what is told; the list of the stories has no id.
    fn document(&self, id: &str, kind: &str, name: &str, lead: &str, main: &str, foot: &[Node]) -> String {
        let tags = self.unfurled(id, kind, name, lead, |unfurl| unfurl.tags("../"));
        let [name, lead] = [name, lead].map(escaped);
        let foot: String = foot.iter().map(Node::html).collect();
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <title>{name} · Entente</title>\
             <meta name=\"description\" content=\"{lead}\">\
             <meta name=\"color-scheme\" content=\"light dark\">{tags}\
             <link rel=\"icon\" href=\"../icon.svg\" type=\"image/svg+xml\">\
             <link rel=\"stylesheet\" href=\"story.css\">\
             <script src=\"story.js\"></script></head>\
             <body><header class=\"masthead\"><a class=\"wordmark\" href=\"../\">Entente</a>\
             <nav aria-label=\"Entente\"><a href=\"index.html\">Stories</a><a href=\"../\">The live map</a></nav></header>\
             <main>{main}</main><footer>{foot}</footer></body></html>\n"
        )
    }

    /// A page of the stories as other places show it.
    fn unfurled<T>(&self, id: &str, kind: &str, title: &str, lead: &str, tell: impl FnOnce(&Unfurl<'_>) -> T) -> T {
        let name = if id.is_empty() { "index" } else { id };
        let card = self.cards.iter().find(|(of, _)| of == id).map(|(_, file)| format!("stories/{file}"));
        let shows = format!("A map of the world: {lead}");
        tell(&Unfurl {
            site: self.site,
            kind,
            title,
            lead,
            page: &format!("stories/{name}.html"),
            card: card.as_deref().map(|card| (card, shows.as_str())),
            oembed: &format!("stories/{name}.json"),
        })
    }

    /// What oEmbed says of each page, by the name of its file.
    #[must_use]
    pub fn oembeds(&self) -> Vec<File> {
        let oembed = |unfurl: &Unfurl<'_>| unfurl.oembed(unfurl.page, 720);
        let told = self.in_order().into_iter().map(|story| {
            let Story { id, title, lead, .. } = story;
            (format!("{id}.json"), self.unfurled(id, "article", title, lead, oembed))
        });
        told.chain([("index.json".to_owned(), self.unfurled("", "website", "Stories", CONTENTS, oembed))]).collect()
    }

    /// A card for each story, as SVG: its first picture below its title.
    #[must_use]
    pub fn card_pictures(&self) -> Vec<File> {
        let pictured = self.in_order().into_iter().filter_map(|story| {
            let view = link::parse(query(story.steps.first()?), self.atlas).view;
            let options =
                Options { colours: Colours::Fixed(&LIGHT), words: false, labels: false, said: Said::default() };
            let size = Size::new(MAP_PX.0, MAP_PX.1);
            let map = picture::draw(self.atlas, &self.shapes_of(&view), &view, self.today, size, options).svg;
            Some((story.id.clone(), card(&map, &story.title, &story.lead)))
        });
        pictured.collect()
    }

    fn shapes_of(&self, view: &View) -> Topology {
        let zoom = view.camera.map_or(1.0, |camera| camera.zoom);
        simplify(self.shapes, DETAIL_SR / (zoom * zoom))
    }

    fn picture(&self, view: &View, labels: bool) -> Picture {
        let shapes = self.shapes_of(view);
        let options = Options { colours: Colours::Page, words: false, labels, said: Said::default() };
        picture::draw(self.atlas, &shapes, view, self.today, Size::new(SIZE.0, SIZE.1), options)
    }

    fn page<'a>(&'a self, view: &'a View) -> Page<'a> {
        Page { atlas: self.atlas, view, today: self.today, report: "" }
    }

    fn colophon(&self) -> Node {
        let edition = format!("Data of {}. {BORDER_POLICY}", self.atlas.version());
        element("p").class("colophon").text(edition)
    }
}

/// The query string of a step's link, which may be a whole address.
fn query(step: &StoryStep) -> &str {
    step.view.split_once('?').map_or(step.view.as_str(), |(_, query)| query)
}

fn opening(title: &str, lead: &str) -> Node {
    let title = element("h1").text(title);
    element("header").class("opening").child(title).child(element("p").class("lead").text(lead))
}

/// What a page may do, wherever it is hosted: show our style and our icon, and become live by our script, in a frame of ours.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

fn push(out: &mut String, node: Node) {
    out.push_str(&node.html());
}

/// A piece of the live page a folder deeper, with ids that no other step has.
fn among_others(mut node: Node, number: usize) -> Node {
    for (name, value) in &mut node.attributes {
        match *name {
            "href" if value.starts_with('?') => value.insert_str(0, "../"),
            "id" => value.insert_str(0, &format!("step-{number}-")),
            "fill" => *value = value.replace("url(#", &format!("url(#step-{number}-")),
            _ => {}
        }
    }
    let inside = node.inside.into_iter().map(|inside| match inside {
        Inside::Node(child) => Inside::Node(among_others(child, number)),
        words => words,
    });
    node.inside = inside.collect();
    node
}

/// The same for a picture's patterns. Words in it cannot be mistaken for them: their quotes are escaped.
fn svg_among_others(svg: &str, number: usize) -> String {
    svg.replace(" id=\"", &format!(" id=\"map-{number}-")).replace("=\"url(#", &format!("=\"url(#map-{number}-"))
}
