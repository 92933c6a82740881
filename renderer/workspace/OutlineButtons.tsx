import { type OutlineMove, outlineMoves } from './outline-moves.ts';

/** For those who don't know the keys: the moves of the chosen section. */
export function OutlineButtons({ onMove }: { readonly onMove: (move: OutlineMove) => void }) {
  return (
    <div className="outline-buttons" role="group" aria-label="The chosen section">
      {outlineMoves.map((move) => (
        <button
          key={move.label}
          type="button"
          className="outline-button"
          aria-label={move.label}
          title={`${move.label} (${move.keys})`}
          onClick={() => {
            onMove(move);
          }}
        >
          <span aria-hidden="true">{move.sign}</span>
        </button>
      ))}
    </div>
  );
}
