/** Text that is copied takes the footnotes of its marks with it: cut and pasted, or pasted into another note. */
import {
  $generateNodesFromSerializedNodes,
  $insertGeneratedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import {
  $getEditor,
  $getRoot,
  $isElementNode,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalNode,
  type SerializedLexicalNode,
} from 'lexical';
import { $isFootnoteReferenceNode } from './footnote-reference-node.ts';
import { $footnotes, $footnoteMarks, $nextFootnoteNumber, $numberFootnotes } from './own-footnotes.ts';

const type = 'application/x-lexical-editor';

interface Serialized extends SerializedLexicalNode {
  identifier?: string;
  label?: string;
  children?: Serialized[];
}

interface Payload {
  readonly namespace: string;
  readonly nodes: Serialized[];
  /** By their identifiers. */
  readonly footnotes?: Readonly<Record<string, Serialized>>;
}

export const FootnoteClipboardExtension = defineExtension({
  name: 'chancery/footnote-clipboard',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: { [type]: [(selection, next) => $withFootnotes(next(), selection)] },
    }),
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [type]: [(data, selection, next) => $insertWithFootnotes(data, selection) || next()],
      },
    }),
  ],
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `null` where it is not in the shape that is written here: a clipboard is anyone's. */
function readPayload(data: string): Payload | null {
  let read: unknown;
  try {
    read = JSON.parse(data);
  } catch {
    return null;
  }
  if (!isRecord(read) || !Array.isArray(read['nodes']) || !read['nodes'].every(isNode)) return null;
  const { footnotes } = read;
  const holds = footnotes === undefined || (isRecord(footnotes) && Object.values(footnotes).every(isNode));
  return holds ? (read as unknown as Payload) : null;
}

function isNode(value: unknown): boolean {
  if (!isRecord(value) || typeof value['type'] !== 'string') return false;
  const { children, identifier } = value;
  if (identifier !== undefined && typeof identifier !== 'string') return false;
  return children === undefined || (Array.isArray(children) && children.every(isNode));
}

function $serialized(node: LexicalNode): Serialized {
  const json: Serialized = node.exportJSON();
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($serialized) } : json;
}

function $withFootnotes(json: string | null, selection: BaseSelection | null): string | null {
  const marks = selection?.getNodes().filter($isFootnoteReferenceNode) ?? [];
  if (json === null || marks.length === 0) return json;
  const marked = new Set(marks.map((mark) => mark.getIdentifier()));
  const footnotes = $footnotes()
    .filter((footnote) => marked.has(footnote.getIdentifier()))
    .map((footnote) => [footnote.getIdentifier(), $serialized(footnote)]);
  return JSON.stringify({ ...(JSON.parse(json) as Payload), footnotes: Object.fromEntries(footnotes) });
}

/** False where the text brings no footnotes: then it is inserted as any other. */
function $insertWithFootnotes(data: string, selection: BaseSelection): boolean {
  const editor = $getEditor();
  const payload = readPayload(data);
  if (payload?.footnotes === undefined || payload.namespace !== editor._config.namespace) return false;
  const { nodes, footnotes } = payload;
  const brought = new Map(Object.entries(footnotes));
  const names = $newNames(brought);
  const isBrought = (node: Serialized) =>
    node.type === 'footnote-definition' && brought.has(node.identifier ?? '');
  const renamed = nodes.filter((node) => !isBrought(node)).map((node) => withNames(node, names));
  $insertGeneratedNodes(editor, $generateNodesFromSerializedNodes(renamed), selection);
  const marked = new Set($footnoteMarks().map((mark) => mark.getIdentifier()));
  const here = new Set($footnotes().map((footnote) => footnote.getIdentifier()));
  for (const [identifier, footnote] of brought) {
    const name = names.get(identifier) ?? identifier;
    // Nothing that a note can't hold was inserted, and code holds no marks.
    if (!marked.has(name) || here.has(name)) continue;
    const added = name === identifier ? footnote : { ...footnote, identifier: name, label: name };
    $getRoot().append(...$generateNodesFromSerializedNodes([added]));
  }
  $numberFootnotes();
  return true;
}

/** New numbers for those whose name means something else here; the very same footnote is pointed at once more. */
function $newNames(brought: ReadonlyMap<string, Serialized>): Map<string, string> {
  const here = new Map($footnotes().map((each) => [each.getIdentifier(), each]));
  const marked = new Set($footnoteMarks().map((mark) => mark.getIdentifier()));
  const names = new Map<string, string>();
  let next = Math.max($nextFootnoteNumber(), ...[...brought.keys()].map((key) => (Number(key) || 0) + 1));
  for (const [identifier, footnote] of brought) {
    const same = here.get(identifier);
    const isTaken =
      same === undefined
        ? marked.has(identifier)
        : JSON.stringify($serialized(same)) !== JSON.stringify(footnote);
    if (!isTaken) continue;
    names.set(identifier, String(next));
    next += 1;
  }
  return names;
}

function withNames(node: Serialized, names: ReadonlyMap<string, string>): Serialized {
  const name = node.type === 'footnote-reference' ? names.get(node.identifier ?? '') : undefined;
  return {
    ...node,
    ...(name === undefined ? {} : { identifier: name, label: name }),
    ...(node.children === undefined ? {} : { children: node.children.map((each) => withNames(each, names)) }),
  };
}
