import type { CslDate } from '../../dossier/csl-date.ts';
import type { CslName, SourceMetadata } from '../../dossier/source.ts';
import { cleanText } from '../clean-text.ts';
import { namesOf } from '../markup/element-names.ts';
import { hostNameOf, linkAddressOf } from '../platform.ts';
import { readDate } from '../read-date.ts';
import { readLanguage } from '../read-language.ts';
import { readLinkedData, type LinkedData } from './json-ld.ts';
import { firstOf, type PageFacts } from './page-facts.ts';

const longestTitle = 1_000; // UTF-16 units
const mostAuthors = 100;

/** What a page says about itself as CSL-JSON. What it does not say is missing; nothing is guessed from its text. */
export function describePage(facts: PageFacts): SourceMetadata {
  const linked = readLinkedData(facts.jsonLd);
  const url = addressOf(facts, linked);
  const title = titleOf(facts, linked);
  const author = authorsOf(facts, linked);
  const publisher = publisherOf(facts, linked, url);
  const issued = dateOf(facts, linked);
  const language = languageOf(facts, linked);
  return {
    // A report that was only saved as HTML says no address.
    type: url === undefined ? 'document' : 'webpage',
    ...(title === '' ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    ...(publisher === '' ? {} : { publisher }),
    ...(issued === undefined ? {} : { issued }),
    ...(url === undefined ? {} : { URL: url }),
    ...(language === undefined ? {} : { language }),
  };
}

/** What relative links of the page start from; `undefined` when the page does not say where it stood. */
export function baseOf(facts: PageFacts, url: string | undefined): string | undefined {
  return linkAddressOf(facts.base, url) ?? url;
}

function addressOf(facts: PageFacts, linked: LinkedData): string | undefined {
  const said = [facts.canonical, firstOf(facts.meta, 'og:url'), facts.savedFrom, linked.url];
  const whole = said
    .map((address) => linkAddressOf(address.trim()))
    .find((address) => address !== null && hostNameOf(address) !== null);
  return whole ?? undefined;
}

/** The title of the article, without the name of the site that browsers' titles end in; that one if there is no other. */
function titleOf({ meta, title }: PageFacts, linked: LinkedData): string {
  const said = firstOf(meta, 'citation_title', 'dc.title', 'dcterms.title', 'og:title', 'twitter:title');
  return (linked.headline || said || cleanText(title)).slice(0, longestTitle);
}

/** Names as they are written: which part of one is the family's can't be told. */
function authorsOf({ meta }: PageFacts, linked: LinkedData): CslName[] {
  const said = ['citation_author', 'dc.creator', 'dcterms.creator', 'author', 'article:author', 'byl']
    .map((name) => meta.get(name) ?? [])
    .find((values) => values.length > 0);
  const names =
    linked.authors.length > 0 ? linked.authors : (said ?? []).flatMap((value) => value.split(';'));
  return names
    .map((name) => cleanText(name).replace(/^by\s+/i, ''))
    .filter((name, index, all) => name !== '' && hostNameOf(name) === null && all.indexOf(name) === index)
    .slice(0, mostAuthors)
    .map((literal) => ({ literal }));
}

function publisherOf({ meta }: PageFacts, linked: LinkedData, url: string | undefined): string {
  const said = firstOf(meta, 'og:site_name', 'citation_publisher', 'dc.publisher', 'dcterms.publisher');
  const host = url === undefined ? null : hostNameOf(url);
  return said || linked.publisher || (host ?? '').replace(/^www\./, '');
}

const dateNames = namesOf(
  'article:published_time citation_publication_date citation_date datepublished dcterms.issued ' +
    'dcterms.created dc.date.issued dc.date dcterms.date parsely-pub-date pubdate date',
);

/** Times on a page may be those of comments or of other articles: they count when they are all of one day. */
function dateOf({ meta, times }: PageFacts, linked: LinkedData): CslDate | undefined {
  for (const said of [linked.published, ...dateNames.map((name) => firstOf(meta, name))]) {
    const date = readDate(said);
    if (date !== undefined) return date;
  }
  const dates = times.map(readDate);
  const days = new Set(dates.map((date) => date?.['date-parts']?.[0]?.join('-')));
  return days.size === 1 ? dates[0] : undefined;
}

function languageOf({ meta, language }: PageFacts, linked: LinkedData): string | undefined {
  const said = [
    language,
    firstOf(meta, 'content-language', 'dc.language', 'dcterms.language'),
    linked.language,
    firstOf(meta, 'og:locale'),
  ];
  return said.map(readLanguage).find((tag) => tag !== undefined);
}
