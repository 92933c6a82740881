interface FindStepsProps {
  /** Nothing was found. */
  readonly none: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** From one place that was found to the next, and back to the text: behind the field of every bar that finds. */
export function FindSteps({ none, onStep, onClose }: FindStepsProps) {
  return (
    <>
      <button
        type="button"
        className="icon-button"
        disabled={none}
        aria-label="Place before"
        title="Place before (Shift+Enter, Shift+F3)"
        onClick={() => {
          onStep(-1);
        }}
      >
        ↑
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={none}
        aria-label="Next place"
        title="Next place (Enter, F3)"
        onClick={() => {
          onStep(1);
        }}
      >
        ↓
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label="Stop finding"
        title="Back to the text, with this place selected (Esc)"
        onClick={onClose}
      >
        ×
      </button>
    </>
  );
}
