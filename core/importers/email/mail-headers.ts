import type { Address, Email } from 'postal-mime';
import type { CslDate } from '../../dossier/csl-date.ts';
import type { CslName, ImportedParagraph, SourceMetadata } from '../../dossier/source.ts';
import { cleanText } from '../clean-text.ts';
import { readControlsAs1252 } from '../platform.ts';

const longestTitle = 1_000; // UTF-16 units
const longestHeader = 10_000;
const mostAddresses = 200;

const lineOf = (text: string) => cleanText(readControlsAs1252(text));

/** Whether it has any of the headers that make a file an e-mail. */
export const looksLikeMail = ({ headers }: Email) =>
  headers.some(({ key }) => ['from', 'to', 'date', 'subject', 'message-id', 'received'].includes(key));

export function describeMail(mail: Email): SourceMetadata {
  const title = lineOf(mail.subject ?? '').slice(0, longestTitle);
  const author = mailboxesOf(mail.from === undefined ? [] : [mail.from]).map(authorOf);
  const issued = readMailDate(headerOf(mail, 'date'));
  return {
    type: 'personal_communication',
    ...(title === '' ? {} : { title }),
    ...(author.length === 0 ? {} : { author }),
    ...(issued === undefined ? {} : { issued }),
  };
}

/**
 * The headers as lines above the text. They are leftovers, as nobody wrote them as part of it; but who else had the
 * letter is said nowhere else.
 */
export function headerParagraphs(mail: Email): ImportedParagraph[] {
  const lines: readonly (readonly [name: string, value: string])[] = [
    ['From', addressLine(mail.from === undefined ? [] : [mail.from])],
    ['To', addressLine(mail.to ?? [])],
    ['Cc', addressLine(mail.cc ?? [])],
    ['Date', lineOf(headerOf(mail, 'date'))],
    ['Subject', lineOf(mail.subject ?? '')],
  ];
  return lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => ({
      kind: 'text',
      text: `${name}: ${value}`.slice(0, longestHeader).trim(),
      leftover: true,
    }));
}

const headerOf = ({ headers }: Email, name: string) => headers.find(({ key }) => key === name)?.value ?? '';

interface Mailbox {
  readonly name: string;
  readonly address: string;
}

function mailboxesOf(addresses: readonly Address[]): Mailbox[] {
  return addresses
    .flatMap((address): Mailbox[] => (address.group === undefined ? [address] : address.group))
    .map(({ name, address }) => ({ name: lineOf(name), address: lineOf(address) }))
    .filter(({ name, address }) => name !== '' || address !== '')
    .slice(0, mostAddresses);
}

const authorOf = ({ name, address }: Mailbox): CslName => ({ literal: name === '' ? address : name });

function addressLine(addresses: readonly Address[]): string {
  return mailboxesOf(addresses)
    .map(({ name, address }) => (name === '' || address === '' ? name + address : `${name} <${address}>`))
    .join(', ');
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day as the sender's clock had it: `Sat, 12 Jul 2025 23:40:00 -0500` is the 12th everywhere. */
export function readMailDate(text: string): CslDate | undefined {
  const [, day, name, year] =
    /(?:^|[\s,])(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})(?=\s|$)/i.exec(text.slice(0, 200)) ?? [];
  const month = months.indexOf(name?.toLowerCase() ?? '') + 1;
  if (month === 0 || Number(day) < 1 || Number(day) > 31) return undefined;
  // Two digits as RFC 5322 (4.3) reads them.
  const full = year?.length === 2 ? Number(year) + (Number(year) < 50 ? 2000 : 1900) : Number(year);
  return full < 1000 ? undefined : { 'date-parts': [[full, month, Number(day)]] };
}
