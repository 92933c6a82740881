/** Items that are pasted one after the other, each with its level, as lists within lists. */
import type { BlockContent, DefinitionContent, List, ListItem } from 'mdast';

export interface PastedItem {
  /** From 1. */
  readonly level: number;
  /** `null` is a bullet. */
  readonly number: number | null;
  readonly checked: boolean | null;
  readonly children: (BlockContent | DefinitionContent)[];
}

export function listsOfItems(items: readonly PastedItem[]): List[] {
  const lists: List[] = [];
  const open: { level: number; list: List }[] = [];
  for (const item of items) {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    const top = open.at(-1);
    const host = top !== undefined && top.level < item.level ? top.list.children.at(-1) : undefined;
    if (top === undefined || host !== undefined) {
      const list = listFor(item);
      if (host === undefined) lists.push(list);
      else host.children.push(list);
      open.push({ level: item.level, list });
    } else if (top.list.ordered !== (item.number !== null)) {
      const list = listFor(item);
      open[open.length - 1] = { level: item.level, list };
      const parent = open.at(-2)?.list.children.at(-1);
      if (parent === undefined) lists.push(list);
      else parent.children.push(list);
    }
    open.at(-1)?.list.children.push(itemFor(item));
  }
  return lists;
}

function listFor({ number }: PastedItem): List {
  return { type: 'list', ordered: number !== null, start: number, spread: false, children: [] };
}

function itemFor({ children, checked }: PastedItem): ListItem {
  return { type: 'listItem', spread: false, checked, children };
}

const bulletOnly = /^[^\p{L}\p{N}]*$/u;

/** The number of an item as Word writes it before its text: `3.`, `(c)`, `iv)`, `2.1.`; `null` for bullets of any shape. */
export function numberOfMarker(marker: string): number | null {
  const text = marker.replace(/\s/gu, '');
  // Word's hollow and square bullets are letters of its symbol fonts.
  if (bulletOnly.test(text) || /^[o§ØvüqÞ]$/u.test(text)) return null;
  const digits = /(\d{1,6})[.)\]]*$/.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const letters = /^\(?([a-z]{1,6})[.)]/i.exec(text)?.[1]?.toLowerCase();
  if (letters === undefined) return null;
  return letters.length === 1 && letters !== 'i' ? letters.charCodeAt(0) - 96 : 1;
}
