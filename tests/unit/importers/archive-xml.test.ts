import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importLimits } from '../../../core/importers/limits.ts';
import { findXmlFault } from '../../../core/importers/xml/find-xml-fault.ts';
import { readXml } from '../../../core/importers/xml/read-xml.ts';
import { concat } from './office-files.ts';

const laughs = `<!DOCTYPE a [<!ENTITY l0 "ha">${Array.from(
  { length: 30 },
  (_, index) => `<!ENTITY l${String(index + 1)} "${`&l${String(index)};`.repeat(10)}">`,
).join('')}]><a>&l30;</a>`;

describe('XML in an archive', () => {
  it.each<[string, string, ReturnType<typeof findXmlFault>]>([
    ['an element', '<a b="c"/>', null],
    [
      'a declaration, a comment and a CDATA section',
      '<?xml version="1.0"?><!-- <a> --><a><![CDATA[<b>]]></a>',
      null,
    ],
    [
      'a document type that only names itself',
      '<!DOCTYPE html PUBLIC "-//W3C//DTD" "http://www.w3.org/x.dtd"><a/>',
      null,
    ],
    ['a > in an attribute', `${'<a b="/>">'.repeat(3)}</a></a></a>`, null],
    ['as deep as the limit', '<a>'.repeat(importLimits.depth) + '</a>'.repeat(importLimits.depth), null],
    ['deeper than the limit', '<a>'.repeat(importLimits.depth + 1), 'too-deep'],
    ['deeper by elements that look empty', '<a b="/" >'.repeat(importLimits.depth + 1), 'too-deep'],
    ['a bomb of entities', laughs, 'has-dtd'],
    [
      'an entity outside of the file',
      '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
      'has-dtd',
    ],
    ['a subset after an address', '<!DOCTYPE a SYSTEM "x.dtd" [<!ENTITY b "c">]><a/>', 'has-dtd'],
    ['a subset in small letters', '<!doctype a [ ]><a/>', 'has-dtd'],
    ['an entity without a document type', '<!ENTITY a "b"><a/>', 'has-dtd'],
    ['a parameter entity', '<!ENTITY % a SYSTEM "x"><a/>', 'has-dtd'],
    ['more elements than memory is for', '<a/>'.repeat(importLimits.elements * 2 + 1), 'too-much'],
    ['more comments than that', `<a/>${'<!---->'.repeat(importLimits.elements * 2)}`, 'too-much'],
    ['more attributes than an element has', `<a${' b="c"'.repeat(1_001)}/>`, 'too-much'],
    ['a tag without an end', '<a><b', 'malformed'],
    ['an attribute without an end', '<a b="c></a>', 'malformed'],
    ['a comment without an end', '<a><!-- </a>', 'malformed'],
  ])('is looked through for harm: %s', (_, xml, fault) => {
    expect(findXmlFault(xml)).toBe(fault);
  });

  const utf16 = (text: string) =>
    concat([
      Uint8Array.from([0xff, 0xfe]),
      new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ]);

  it.each<[string, Uint8Array]>([
    ['UTF-8', strToU8('<a>Hà Nội</a>')],
    ['UTF-8 with a byte-order mark', concat([Uint8Array.from([0xef, 0xbb, 0xbf]), strToU8('<a>Hà Nội</a>')])],
    ['UTF-16', utf16('<?xml version="1.0" encoding="UTF-16"?><a>Hà Nội</a>')],
    [
      'the encoding that it names',
      concat([
        strToU8('<?xml version="1.0" encoding="windows-1258"?><a>H'),
        Uint8Array.from([0xe0]),
        strToU8(' N'),
        Uint8Array.from([0xf4, 0xf2]),
        strToU8('i</a>'),
      ]),
    ],
  ])('is decoded from %s', (_, bytes) => {
    const document = readXml(bytes, 'a.xml', 'x.odt');
    if (!document.ok) throw new Error(document.error.message);
    expect(document.value.documentElement?.textContent?.normalize('NFC')).toBe('Hà Nội');
  });

  it.each<[string, Uint8Array, string]>([
    ['is not in its encoding', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff]), 'damaged-archive'],
    [
      'names an encoding that nobody knows',
      strToU8('<?xml version="1.0" encoding="x-y"?><a/>'),
      'damaged-archive',
    ],
    ['is empty', new Uint8Array(), 'damaged-archive'],
    ['uses an entity that it does not declare', strToU8('<a>&nbsp;</a>'), 'damaged-archive'],
    ['has two roots', strToU8('<a/><a/>'), 'damaged-archive'],
    ['closes what is not open', strToU8('<a></b></a>'), 'damaged-archive'],
    ['is a bomb', strToU8(laughs), 'unsafe-xml'],
    ['is too deep, by a million elements', strToU8('<a>'.repeat(1_000_000)), 'too-deep'],
  ])('is refused by name when it %s', (_, bytes, code) => {
    const document = readXml(bytes, 'a.xml', 'x.odt');
    expect(!document.ok && document.error.code).toBe(code);
    expect(!document.ok && document.error.message).toContain('“x.odt”');
  });

  it('is looked through in good time, whatever it is', () => {
    const started = performance.now();
    for (const piece of ['<a b="', "<a b='x' ", '<!--', '<![CDATA[', '<?', '<', '</a>', '"', '<a/>']) {
      findXmlFault(piece.repeat(300_000));
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
