/**
 * The printed page, in Typst. It is the same for every note; what differs is in the data.
 *
 * Reproducible on any machine: only families that are shipped, in weights that are shipped (see
 * `host/typesetting/fonts.ts`), and no fallback to whatever else a computer has. That is why bold is a weight and not
 * a step heavier, and code is always upright and regular.
 */
export const noteTemplate = String.raw`#let data = json(bytes(sys.inputs.data))

// Of Noto Naskh Arabic, letters would be copied and read aloud twice: it draws their dots apart. It has what Amiri lacks.
#let others = ("Noto Sans", "Amiri", "Noto Naskh Arabic", "Noto Serif Hebrew") + data.largeFonts
// In Chinese and Japanese, quotation marks and dashes are as wide as the characters around them.
#let latin(name) = if data.language in ("zh", "ja") and data.largeFonts.len() > 0 {
  (name: name, covers: "latin-in-cjk")
} else { name }
#let serif = (latin("Source Serif 4"),) + others
#let sans = (latin("Inter"),) + others
#let han-fonts = (zh: "Noto Sans SC", ja: "Noto Sans JP", ko: "Noto Sans KR")
#let grey = luma(35%)
#let pale = luma(70%)
#let ui(body, ..args) = text(font: sans, ..args, body)

#set document(title: data.title, author: if data.author == "" { () } else { data.author }, date: none)
#set text(
  font: serif, size: 10.5pt, fallback: false, hyphenate: true,
  lang: data.language, region: if data.region == "" { none } else { data.region },
  dir: if data.rightToLeft { rtl } else { ltr },
)
#set par(justify: true, leading: .68em, spacing: .9em)
#set strong(delta: 0)
#show strong: set text(weight: 700)
#show raw: set text(font: ("Source Code Pro",) + others, size: 1.1em, weight: 400, style: "normal", fallback: false)

#let banner = if data.banner != "" {
  align(center, ui(size: 8.5pt, weight: 600, tracking: .12em, fill: rgb(data.bannerColour), data.banner))
}
#let line-of(start, end) = ui(size: 7.5pt, fill: luma(38%), grid(columns: (1fr, auto), column-gutter: 8pt, start, end))
#let margins = (x: 25mm, top: 27mm, bottom: 25mm)
#set page(
  paper: "a4", margin: margins,
  header: [#if data.bannerAtTop { banner } #v(3pt) #line-of(data.reference, data.copy)],
  footer: [
    #line-of(
      if data.drafter != "" { data.words.draftedBy + data.drafter },
      context {
        let (before, between, after) = data.words.page
        before + counter(page).display() + between + str(counter(page).final().first()) + after
      },
    )
    #v(2pt) #if data.bannerAtBottom { banner }
  ],
)

#set footnote.entry(separator: line(length: 28%, stroke: .4pt), gap: .5em, indent: 0pt)
#show footnote.entry: set text(
  font: serif, size: 8.5pt, weight: 400, style: "normal", dir: if data.rightToLeft { rtl } else { ltr },
)
#show footnote.entry: set par(justify: false)

#show heading: set text(hyphenate: false)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => block(below: 12pt, text(size: 19pt, weight: 600, it.body))
#let section(size, above) = it => block(above: above, below: 8pt, sticky: true, ui(size: size, weight: 600, it.body))
#show heading.where(level: 2): section(10.5pt, 17pt)
#show heading.where(level: 3): section(9.5pt, 14pt)
#show heading.where(level: 4): section(9pt, 12pt)
#show heading.where(level: 5): section(9pt, 12pt)
#show heading.where(level: 6): section(9pt, 12pt)

#set list(indent: 2pt, body-indent: 8pt, spacing: .6em)
#set enum(indent: 2pt, body-indent: 8pt, spacing: .6em)
#show link: set text(fill: rgb("#1d4f8c"))
#show link: underline.with(stroke: .4pt + rgb("#1d4f8c"), offset: 1.6pt)

// Drawn, not set: a tick that every font has does not exist.
#let tick-box(ticked) = box(
  width: .72em, height: .72em, stroke: .6pt, radius: 1pt, baseline: .06em,
  if ticked {
    place(line(start: (.12em, .36em), end: (.3em, .56em), stroke: .8pt))
    place(line(start: (.3em, .56em), end: (.6em, .14em), stroke: .8pt))
  },
)

// A rule at the side where lines begin.
#let side-rule(body, right-to-left) = {
  let rule = 1.5pt + pale
  if right-to-left { block(inset: (right: 8pt), stroke: (right: rule), body) }
  else { block(inset: (left: 8pt), stroke: (left: rule), body) }
}

#let directions = (ltr: ltr, rtl: rtl)
// In a line from right to left, the digits of a footnote would stay with a Latin word before them: a mark parts them.
#let before-mark = context if text.dir == rtl { "\u{200F}" }
// One function for blocks and what is in them: in Typst only a function can call itself that is defined already.
#let render(it) = {
  let direction = it.at("direction", default: none)
  set text(dir: directions.at(direction)) if direction != none
  let inside = it.at("content", default: ()).map(render).join()
  if it.kind == "text" {
    if "language" in it { text(lang: it.language, font: (han-fonts.at(it.language),) + others, it.text) } else { it.text }
  }
  else if it.kind == "code" { raw(it.text) }
  else if it.kind == "emphasis" { emph(inside) }
  else if it.kind == "strong" { strong(inside) }
  else if it.kind == "delete" { strike(inside) }
  else if it.kind == "link" { link(it.url, inside) }
  else if it.kind == "break" { linebreak() }
  else if it.kind == "footnote-comma" { super(",") }
  else if it.kind == "footnote-again" { before-mark; footnote(label(it.name)) }
  else if it.kind == "footnote" {
    let entry = footnote(it.blocks.map(render).join(parbreak()))
    before-mark
    if "name" in it [#entry#label(it.name)] else { entry }
  }
  else if it.kind == "line" { inside }
  else if it.kind == "paragraph" {
    let body = {
      if it.portion != "" { ui(size: .82em, weight: 600, "(" + it.portion + ") ") }
      if it.comment { emph(data.words.comment) + " " }
      inside
    }
    let right-to-left = if direction == none { data.rightToLeft } else { direction == "rtl" }
    let set-body = if it.comment { side-rule(body, right-to-left) } else { body }
    let number = if "number" in it { ui(size: 9.5pt, fill: grey, str(it.number) + ".") }
    if number != none and it.comment {
      block(below: .95em, grid(columns: (9mm, 1fr), number, set-body))
    } else if number != none {
      // In the line and not beside it: the two share a baseline, also where a script stands taller.
      block(below: .95em, par(hanging-indent: 9mm, box(width: 9mm, number) + body))
    } else if it.comment { block(below: .95em, set-body) }
    else { par(set-body) }
  }
  else if it.kind == "heading" { heading(level: it.level, inside) }
  else if it.kind == "rule" { block(above: 1.2em, below: 1.2em, line(length: 100%, stroke: .5pt + pale)) }
  else if it.kind == "code-block" {
    block(fill: luma(96%), inset: 7pt, radius: 2pt, width: 100%, { set par(justify: false); raw(it.text, block: true) })
  }
  else if it.kind == "quote" { quote(block: true, it.blocks.map(render).join()) }
  else if it.kind == "list" {
    let bodies = it.items.map(item => {
      if item.checked != none { tick-box(item.checked); h(.4em) }
      item.blocks.map(render).join()
    })
    if it.ordered { enum(start: it.start, tight: not it.loose, ..bodies) } else { list(tight: not it.loose, ..bodies) }
  }
  else if it.kind == "table" {
    set text(font: sans, size: 8.6pt)
    set par(justify: false)
    let cell(nodes) = nodes.map(render).join()
    let sides = (start: start, left: left, right: right, center: center)
    table(
      columns: it.columns.map(column => if column.share == 0 { auto } else { column.share * 1fr }),
      align: (x, y) => sides.at(it.columns.at(x).align),
      stroke: (x, y) => (bottom: .4pt + luma(75%)), inset: (x: 5pt, y: 5pt),
      ..if it.head.len() > 0 { (table.header(repeat: it.repeatHead, ..it.head.map(nodes => strong(cell(nodes)))),) },
      ..it.rows.map(row => row.map(cell)).join(default: ()),
    )
  }
}

= #data.title
#if data.fields.len() > 0 {
  block(stroke: (y: .5pt + pale), inset: (y: 7pt), width: 100%, below: 14pt, {
    set text(font: sans, size: 8.8pt)
    set par(justify: false)
    grid(
      columns: (auto, 1fr, auto, 1fr), row-gutter: 5.5pt, column-gutter: (7mm, 4pt, 7mm),
      ..data.fields.map(field => (text(fill: luma(40%), field.label), field.value)).flatten(),
    )
  })
}
#for line in data.instructions { block(below: 8pt, ui(size: 8.5pt, weight: 600, line)) }
#if data.derivedFrom != "" { block(below: 10pt, ui(size: 8pt, fill: grey, data.derivedFrom)) }
#for it in data.blocks {
  let indented = data.numbered and it.kind in ("list", "quote", "code-block")
  let body = render(it)
  if not indented { body } else if it.at("direction", default: if data.rightToLeft { "rtl" }) == "rtl" { pad(right: 9mm, body) } else { pad(left: 9mm, body) }
}
#if "measured" in sys.inputs {
  [#metadata(none)<end-of-note>]
  // What is free on the last page is between the end of the text and the first footnote, or the foot of the page.
  context {
    let end = locate(<end-of-note>).position()
    let foot = page.height - margins.bottom
    let notes = query(footnote.entry).map(it => it.location().position()).filter(place => place.page == end.page)
    let rule = 1em.to-absolute() // with what keeps it from the text
    let free = calc.min(foot, ..notes.map(place => place.y - rule)) - end.y
    [#metadata((page: end.page, filled: 1 - free / (foot - margins.top)))<length-of-note>]
  }
}
`;
