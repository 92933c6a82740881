interface LeavableWindow {
  addEventListener(type: 'blur' | 'pagehide', listener: () => void): void;
  removeEventListener(type: 'blur' | 'pagehide', listener: () => void): void;
  readonly document: Pick<Document, 'addEventListener' | 'removeEventListener' | 'visibilityState'>;
}

/** Saves at once when the person turns to another window or can't see this one. Returns what stops it. */
export function saveWhenLeft(window: LeavableWindow, save: () => void): () => void {
  const whenHidden = () => {
    if (window.document.visibilityState === 'hidden') save();
  };
  window.addEventListener('blur', save);
  window.addEventListener('pagehide', save);
  window.document.addEventListener('visibilitychange', whenHidden);
  return () => {
    window.removeEventListener('blur', save);
    window.removeEventListener('pagehide', save);
    window.document.removeEventListener('visibilitychange', whenHidden);
  };
}
