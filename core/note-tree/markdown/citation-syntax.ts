/**
 * Citations in Markdown: `[^A12]` as Chancery writes them, and `[@A, ¶ 12; @B, ¶¶ 2–3]` as pandoc reads them.
 * In the second form a citation that its paragraphs do not tell apart is followed by its label as a comment,
 * `[@A, ¶ 12]<!--A12.2-->`, which pandoc leaves out; so is every one with words around it,
 * `[see @A, ¶ 12, emphasis added]<!--A12-->`, whose words the front matter says exactly.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension } from 'micromark-util-types';
import { groupBySource, parseCitationLabel, pilcrows, type CitationLabel } from '../citation-label.ts';
import type { CitationAffixes } from '../note-tree.ts';
import type { ReadCitation } from './citation-reader.ts';
import { shortConstruct } from './short-construct.ts';

const locator = '(?:¶¶?|paras?\\.) ?[0-9]{1,6}(?:[-–][0-9]{1,6})?(?:, [0-9]{1,6}(?:[-–][0-9]{1,6})?)*';
const pandocItem = `@[A-Z]{1,3}, ${locator}`;
const pandocWhole = new RegExp(`^\\[(${pandocItem}(?:; ?${pandocItem})*)\\]$`);

const footnoteForm = shortConstruct('noteCitation', {
  stem: /^\[(?:\^[A-Z0-9+.-]{0,400})?$/,
  whole:
    /^\[\^[A-Z]{1,3}[1-9][0-9]*(?:-[1-9][0-9]*)?(?:\+[A-Z]{1,3}[1-9][0-9]*(?:-[1-9][0-9]*)?)*(?:\.[1-9][0-9]*)?\]$/,
});

const pandocForm = shortConstruct('noteCitation', {
  stem: /^\[(?:@[-A-Z@,;. ¶0-9–par]{0,600})?$/,
  whole: pandocWhole,
  tail: /^<!--[A-Z][A-Z0-9+.-]*-->$/,
});

const affix = '(?:[^[\\]\\\\@]|\\\\[!-/:-@[-`{-~])*';

/** With words around it: known by the label that follows, so that no link's text is taken for one. */
const affixForm = shortConstruct('noteCitation', {
  stem: /^\[(?:[^[\]\\]|\\[!-/:-@[-`{-~]){0,1500}(?:\\|\](?:<(?:!(?:-(?:-(?:[A-Z][A-Z0-9+.-]{0,400}>?)?)?)?)?)?)?$/,
  whole: new RegExp(`^\\[${affix}${pandocItem}(?:; ?${pandocItem})*${affix}\\]<!--[A-Z][A-Z0-9+.-]*-->$`),
});

/** `![^A12]` is an exclamation mark and a citation, never a picture. */
const exclamation: Construct = {
  name: 'noteCitationAfterExclamation',
  tokenize(effects, ok, nok) {
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      effects.exit('data');
      return effects.check([footnoteForm, pandocForm, affixForm], ok, nok);
    };
  },
};

/** Goes after the GFM footnotes, so that it is asked before them. */
export const citationSyntax: Extension = {
  text: { 91: [footnoteForm, pandocForm, affixForm], 33: exclamation },
};

/** `read` gives what a label points at; where it gives `undefined`, the citation stays text. */
export function citationFromMarkdown(
  read: (label: string) => ReadCitation | undefined,
): FromMarkdownExtension {
  return {
    enter: {
      noteCitation(token) {
        const written = this.sliceSerialize(token);
        const label = labelOf(written);
        const said = label === undefined ? undefined : read(label);
        // Not a text node: the words after it would be added to that. HTML becomes text in the normal form.
        if (said === undefined) this.enter({ type: 'html', value: written }, token);
        else this.enter({ ...said, type: 'citation', targets: [...said.targets] }, token);
      },
    },
    exit: {
      noteCitation(token) {
        const node = this.stack.at(-1);
        this.exit(token);
        // Where it stood in the file is no part of a citation.
        delete node?.position;
      },
    },
  };
}

function labelOf(written: string): string | undefined {
  if (written.startsWith('[^')) return written.slice(2, -1);
  const [items = '', comment] = written.slice(1).split(/\](?:<!--(.+)-->)?$/u);
  if (comment !== undefined) return comment;
  const parts = items.split(';').flatMap((item) => {
    const [, source = '', numbers = ''] = /@([A-Z]+), \D+(.*)$/u.exec(item) ?? [];
    return numbers.split(', ').map((number) => source + number.replace('–', '-'));
  });
  const parsed = parseCitationLabel(parts.join('+'));
  return parsed === undefined ? undefined : bareLabel(parsed);
}

function bareLabel({ parts }: CitationLabel): string {
  return parts
    .map(({ source, first, last }) => source + String(first) + (last > first ? `-${String(last)}` : ''))
    .join('+');
}

/** `[^A12]` */
export function citationFootnoteCall(label: string): string {
  return `[^${label}]`;
}

/** `[@A, ¶ 12]`, and with the label where the paragraphs do not say all. */
export function citationForPandoc(label: string, { prefix, suffix }: CitationAffixes = {}): string {
  const parsed = parseCitationLabel(label);
  if (parsed === undefined) throw new Error(`"${label}" is not a label of a citation.`);
  const items = groupBySource(parsed.parts).map(({ source, parts }) => `@${source}, ${pilcrows(parts, ' ')}`);
  const [before, after] = [
    prefix === undefined ? '' : `${plainForPandoc(prefix)} `,
    suffix === undefined ? '' : `, ${plainForPandoc(suffix)}`,
  ];
  const isSaid = parsed.variant === 1 && before === '' && after === '';
  return `[${before}${items.join('; ')}${after}]${isSaid ? '' : `<!--${label}-->`}`;
}

/** One line in which nothing is markup. */
function plainForPandoc(words: string): string {
  return words
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>@^~$#;|"'!&]/gu, '\\$&');
}
