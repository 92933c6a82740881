/** The composition root of the window. */
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { connectHost } from './host-client.ts';
import { focusPane } from './workspace/focus-pane.ts';
import { WorkspaceView } from './workspace/Workspace.tsx';
import { createWorkspace } from './workspace/workspace.ts';
import './fonts.css';
import './tokens.css';
import './window.css';
import './workspace/panes.css';
import './workspace/dialogs.css';

const host = connectHost();

function logBug(error: unknown): void {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  void host.logError({ message: message.slice(0, 10_000) });
}

window.addEventListener('error', (event) => {
  logBug(event.error ?? event.message);
});
window.addEventListener('unhandledrejection', (event) => {
  logBug(event.reason);
});

const workspace = createWorkspace({
  host,
  newId: () => crypto.randomUUID().replaceAll('-', ''),
  now: () => new Date().toISOString(),
  windowWidth: () => window.innerWidth,
  focusPane,
  atOnce: flushSync,
});

if (new URLSearchParams(window.location.search).has('recovered')) {
  workspace.store.set({
    notice: {
      kind: 'refused',
      text: 'The window stopped working and was opened again. Everything that was saved is here; please check the last words that you typed.',
    },
  });
}

const container = document.getElementById('root');
if (container === null) throw new Error('The page has no place for the window.');
createRoot(container, { onUncaughtError: logBug, onCaughtError: logBug }).render(
  <WorkspaceView workspace={workspace} host={host} onBug={logBug} />,
);
