/** Pasting into a note with the real clipboard: what other programs write, plain text, cells, header fields, too much. */
import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginEmptyNote, shownNote } from './begin-note.ts';
import { windowOfTests } from './window-of-tests.ts';

const chancery = windowOfTests('pasting', 'once');
const { press, picture } = chancery;

const samples = new URL('../unit/note-editor/clipboard/', import.meta.url);

beforeEach(() => beginEmptyNote(chancery.window));

const shown = () => shownNote(chancery.window);

/** The caret in a cell, once the editor has heard of it. */
async function clickCell(index: number): Promise<void> {
  await shown().locator('td').nth(index).click();
  await drawn();
}

const drawn = () =>
  chancery.window.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );

/** Electron's clipboard took an object at once; from 41 on it takes items, as browsers do. */
async function copy(data: { html?: string; text?: string }): Promise<void> {
  await chancery.application.evaluate(async ({ clipboard, ClipboardItem: Item }, { html, text }) => {
    const board = clipboard as unknown as { write(data: unknown): unknown };
    const types = {
      ...(html === undefined ? {} : { 'text/html': html }),
      ...(text === undefined ? {} : { 'text/plain': text }),
    };
    await board.write((Item as typeof Item | undefined) === undefined ? { html, text } : [new Item(types)]);
  }, data);
}

const blocks = () =>
  shown().evaluate((root) =>
    [...root.querySelectorAll('h1,h2,h3,h4,p,li,hr,td,th')]
      .filter((block) => block.querySelector(':scope > p, :scope > ul, :scope > ol') === null)
      .map((block) =>
        `${block.parentElement?.matches('td,th') === true ? block.parentElement.localName : block.localName} ${block.textContent}`
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter((line) => line !== 'p'),
  );

const word = [
  'h1 Trade talks in Hanoi',
  'p The minister met her counterparts on 11 July 2025. They agreed1 to continue.',
  'p Growth reached 7 per cent, a record.',
  'h2 Points to make',
  'li Welcome the agreement',
  'li and its timetable',
  'li and its review',
  'li Ask for dates',
  'p Then:',
  'li Third',
  'li Fourth',
  'th Partner',
  'th Exports, US$ bn',
  'th',
  'td EU',
  'td 2023',
  'td 43.7',
  'td',
  'td 2024',
  'td 51.7 (estimate)',
  'p A new page in our relations.',
  'p See the report, the file and E=mc².',
  'p Joint statement, paragraph 4.',
];

describe('pasting', () => {
  it('takes what Word copies without its litter, in one step that can be undone', async () => {
    const refused: string[] = [];
    chancery.window.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await copy({ html: await readFile(new URL('word.html', samples), 'utf8'), text: 'plain' });
    await press('Control+v');
    await expect.poll(blocks).toEqual(word);
    await picture('word');
    await chancery.window.emulateMedia({ colorScheme: 'dark' });
    await picture('word-dark');
    // No style of it was even tried.
    expect(refused).toEqual([]);
    await press('Control+z');
    await expect.poll(async () => (await shown().innerText()).trim()).toBe('');
    await press('Control+Shift+z');
    await expect.poll(blocks).toEqual(word);
  });

  it.each([
    [
      'libreoffice.html',
      ['h2 Background', 'li Fisheries', 'li quotas', 'td Fisheries', 'p Map of the fishing grounds'],
    ],
    ['google-docs.html', ['h2 Their objectives', 'li market access', 'li for services', 'li a timetable']],
    ['outlook.html', ['p Dear colleague,', 'li Opening', 'li Remarks', 'li Closing', 'p Regards']],
    ['excel.html', ['th Year', 'th Imports', 'td 2023', 'td 1,250', 'td 2024', 'td up 12%']],
    ['browser.html', ['h3 Economy', 'li Rice and coffee', 'li Textiles', 'p Quoted words.']],
  ])('takes %s as what it is', async (name, lines) => {
    await copy({ html: await readFile(new URL(name, samples), 'utf8') });
    await press('Control+v');
    await expect.poll(blocks).toEqual(expect.arrayContaining(lines));
    const all = (await blocks()).join('\n');
    for (const litter of ['Preview of', '[edit]', 'Share', '[a]', 'Which list', 'alert'])
      expect(all).not.toContain(litter);
  });

  it('takes plain text with Ctrl+Shift+V, each line a paragraph', async () => {
    await copy({ html: '<h1>Title</h1><p><b>bold</b></p>', text: 'Title\n\n\nbold\tword' });
    await press('Control+Shift+v');
    await expect.poll(blocks).toEqual(['p Title', 'p bold word']);
    expect(await shown().locator('strong, h1').count()).toBe(0);
    await press('Control+z');
    await expect.poll(async () => (await shown().innerText()).trim()).toBe('');
  });

  it('makes a table of cells, and keeps a cell to one line', async () => {
    const rows = ['th Who', 'th What', 'td EU', 'td a list'];
    await copy({ text: 'Who\tWhat\nEU\ta list' });
    await press('Control+v');
    await expect.poll(blocks).toEqual(rows);
    await clickCell(1);
    await press('End');
    await drawn();
    await copy({ html: '<p>of</p><ul><li>goods</li></ul>' });
    await press('Control+v');
    await expect.poll(blocks).toEqual([...rows.slice(0, 3), 'td a listof goods']);
  });

  it('fills the empty cells of a table from the caret on, in one step', async () => {
    await press('Control+Alt+Shift+t');
    const empty = ['th', 'th', 'th', 'td', 'td', 'td', 'td', 'td', 'td'];
    await expect.poll(blocks).toEqual(empty);
    await drawn();
    await copy({ text: 'Who\tWhat\nEU\ta list' });
    await press('Control+v');
    await expect
      .poll(blocks)
      .toEqual(['th Who', 'th What', 'th', 'td EU', 'td a list', 'td', 'td', 'td', 'td']);
    await press('Control+z');
    await expect.poll(blocks).toEqual(empty);
  });

  it('gives a header field one line of plain text', async () => {
    const { window } = chancery;
    const title = window.locator('.note-page').filter({ visible: true }).locator('textarea').first();
    await title.click();
    await press('Control+a');
    await copy({ html: '<h1>Talks</h1><p>in Hanoi</p>', text: 'Talks\r\n\r\n\tin Hanoi' });
    await press('Control+v');
    await expect.poll(() => title.inputValue()).toBe('Talks in Hanoi');
  });

  it.each([
    ['2,000 levels', () => `${'<div>'.repeat(2_000)}deep${'</div>'.repeat(2_000)}`],
    ['100,000 cells', () => `<table>${`<tr>${'<td>1</td>'.repeat(100)}</tr>`.repeat(1_000)}</table>`],
    ['5 MB', () => `<p>${'word '.repeat(1_000_000)}</p>`],
  ])('says when it is too much to keep its looks: %s', async (_, html) => {
    await copy({ html: html(), text: 'one\ntwo' });
    await press('Control+v');
    await chancery.window.getByText('Too much to paste as it looks; pasted as plain text.').waitFor();
    await expect.poll(blocks, { interval: 20 }).toEqual(['p one', 'p two']);
  });

  it.each([
    [
      'HTML of 1,000 paragraphs and 1,400 cells',
      {
        html: `${'<p>Some <b>words</b> of a paragraph.</p>'.repeat(1_000)}<table>${`<tr>${'<td>1</td>'.repeat(10)}</tr>`.repeat(140)}</table>`,
      },
    ],
    ['1,450 lines of text', { text: 'Some words of a paragraph.\n'.repeat(1_450) }],
  ])('takes in the most that it takes without a long wait: %s', async (_, data) => {
    await copy(data);
    await press('Control+v');
    await expect
      .poll(() => shown().locator('p').count(), { timeout: 20_000, interval: 50 })
      .toBeGreaterThan(1_400);
  });

  it('runs nothing that was pasted', async () => {
    const { window } = chancery;
    await copy({
      html:
        '<img src=x onerror="document.title=1"><svg onload="document.title=1"><script>document.title=1</script></svg>' +
        '<p onclick="document.title=1">a <a href="javascript:document.title=1">b</a><iframe srcdoc="<script>parent.document.title=1</script>"></iframe></p>',
    });
    await press('Control+v');
    await expect.poll(blocks).toEqual(['p a b']);
    expect(await window.title()).not.toBe('1');
    expect(await shown().locator('a, img, iframe, script').count()).toBe(0);
  });

  it('takes text that is dropped from outside as it takes what is pasted', async () => {
    await chancery.window.keyboard.type('Here ');
    // What the browser sends once the text is let go: it has put the caret there before.
    await shown().evaluate((root) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.setData('text/html', '<p>dropped <b>text</b><del>gone</del></p>');
      dataTransfer.setData('text/plain', 'dropped text');
      const inputType = 'insertFromDrop';
      root.dispatchEvent(
        new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType, dataTransfer }),
      );
    });
    await expect.poll(blocks).toEqual(['p Here dropped text']);
    expect(await shown().locator('strong').innerText()).toBe('text');
  });
});
