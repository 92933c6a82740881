/** Puts what a block is beside its text onto its element, where the style sheet reads it. */
import { DOMRenderExtension, domOverride } from '@lexical/html';
import { ListItemNode } from '@lexical/list';
import { $getState, configExtension, type LexicalNode, ParagraphNode } from 'lexical';
import { commentState, itemCheckedState, itemRoleState, listBreakState, markingState } from './node-state.ts';

/** Shows portion marks, comments, tasks and rows that continue an item. `portionOf`: the words of a level's key. */
export function createBlockRendering(portionOf: (level: string) => string) {
  const $show = (node: LexicalNode, _previous: LexicalNode | null, element: HTMLElement) => {
    const marking = $getState(node, markingState);
    setData(element, 'portion', marking === null ? null : portionOf(marking));
    setData(element, 'comment', $getState(node, commentState) ? 'Comment' : null);
  };
  return configExtension(DOMRenderExtension, {
    overrides: [
      domOverride([ParagraphNode], { $decorateDOM: $show }),
      domOverride([ListItemNode], {
        $decorateDOM: (node, previous, element) => {
          $show(node, previous, element);
          const checked = $getState(node, itemCheckedState);
          setData(element, 'checked', checked === null ? null : String(checked));
          setData(element, 'role', $getState(node, itemRoleState));
          setData(element, 'break', $getState(node, listBreakState) === null ? null : 'list');
        },
      }),
    ],
  });
}

function setData(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) delete element.dataset[name];
  else if (element.dataset[name] !== value) element.dataset[name] = value;
}
