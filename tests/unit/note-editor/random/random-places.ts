/** Carets and selections anywhere in a note, also where only a click in a strange place leads. */
import {
  $createNodeSelection,
  $createRangeSelection,
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isTextNode,
  $selectAll,
  $setSelection,
  type LexicalNode,
} from 'lexical';
import type { SeededRandom } from '../../../contract/seeded-random.ts';
import { pick } from './random-note.ts';

type Place = readonly [key: string, offset: number, type: 'text' | 'element'];

function $allNodes(node: LexicalNode = $getRoot()): LexicalNode[] {
  return $isElementNode(node) ? [node, ...node.getChildren().flatMap($allNodes)] : [node];
}

function $placeIn(random: SeededRandom, node: LexicalNode): Place {
  if ($isTextNode(node)) return [node.getKey(), random.below(node.getTextContentSize() + 1), 'text'];
  if ($isElementNode(node)) return [node.getKey(), random.below(node.getChildrenSize() + 1), 'element'];
  const beside = node.getIndexWithinParent() + random.below(2);
  return [node.getParentOrThrow().getKey(), beside, 'element'];
}

function $select(anchor: Place, focus: Place): void {
  const selection = $createRangeSelection();
  selection.anchor.set(...anchor);
  selection.focus.set(...focus);
  $setSelection(selection);
}

/** Mostly in text, sometimes between blocks. */
function $anyNode(random: SeededRandom): LexicalNode {
  const nodes = $allNodes();
  const texts = nodes.filter((node) => $isTextNode(node) || ($isElementNode(node) && node.isEmpty()));
  return pick(random, texts.length > 0 && random.below(3) > 0 ? texts : nodes);
}

export function $placeCaret(random: SeededRandom): void {
  const place = $placeIn(random, $anyNode(random));
  $select(place, place);
}

export function $selectSomething(random: SeededRandom): void {
  const nodes = $allNodes();
  const one = $anyNode(random);
  const decorators = nodes.filter((node) => $isDecoratorNode(node));
  switch (random.below(8)) {
    case 0:
      $selectAll();
      return;
    case 1:
      if (decorators.length > 0) {
        const selection = $createNodeSelection();
        selection.add(pick(random, decorators).getKey());
        $setSelection(selection);
        return;
      }
      break;
    case 2:
      $select($placeIn(random, one), $placeIn(random, one));
      return;
    case 3:
    case 4: {
      const nearby = nodes.indexOf(one) + random.below(8) - 3;
      $select($placeIn(random, one), $placeIn(random, nodes[Math.max(0, nearby)] ?? one));
      return;
    }
  }
  $select($placeIn(random, one), $placeIn(random, $anyNode(random)));
}
