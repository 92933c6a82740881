import { useEffect } from 'react';
import { useStore } from './store.ts';
import type { Workspace } from './workspace.ts';

const readingTime = 8_000; // milliseconds that good news stays; a refusal stays until it is sent away

/** Says what happened, in a corner, without taking the keyboard. */
export function NoticeBar({ workspace }: { readonly workspace: Workspace }) {
  const notice = useStore(workspace.store, (state) => state.notice);
  useEffect(() => {
    if (notice?.kind !== 'done') return;
    const timer = setTimeout(workspace.dismissNotice, readingTime);
    return () => {
      clearTimeout(timer);
    };
  }, [notice, workspace]);
  return (
    <div className="notice-place" role={notice?.kind === 'refused' ? 'alert' : 'status'}>
      {notice !== null && (
        <div className="notice" data-kind={notice.kind}>
          <span>{notice.text}</span>
          <button
            type="button"
            className="icon-button"
            aria-label="Dismiss"
            onClick={() => {
              workspace.dismissNotice();
            }}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}
