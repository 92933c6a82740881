import { useEffect, useState } from 'react';
import type { Workspace } from './workspace.ts';
import './import.css';

const bringsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

/** Takes files that are dropped anywhere on the window, and says so while they hover over it. */
export function DropFiles({ workspace }: { readonly workspace: Workspace }) {
  const [hovering, setHovering] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!bringsFiles(event)) return;
      event.preventDefault(); // otherwise the browser would open the file in the place of the window
      const open = workspace.store.get().title !== null && workspace.store.get().dialog === null;
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = open ? 'copy' : 'none';
      setHovering(open);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false);
    };
    const drop = (event: DragEvent) => {
      setHovering(false);
      if (!bringsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      if (workspace.store.get().title === null || workspace.store.get().dialog !== null) return;
      void workspace.imports.drop([...(event.dataTransfer?.files ?? [])]);
    };
    // Before the editor, which would take a file for text.
    window.addEventListener('dragenter', over, true);
    window.addEventListener('dragover', over, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragenter', over, true);
      window.removeEventListener('dragover', over, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', drop, true);
    };
  }, [workspace]);
  if (!hovering) return null;
  return (
    <div className="drop-files" aria-hidden="true">
      <p>Drop to add as sources</p>
    </div>
  );
}
