import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { strings } from '../strings';
import styles from './StepTable.module.css';

/** What is said, and where on the page, in pixels. */
interface Tip {
  readonly witness: string;
  readonly left: number;
  readonly top: number;
}

/** Pixels: as wide as the tip may grow. */
const widest = 260;

/**
 * Shows who says what stands in the cell under pointer or focus. One for the whole table: Spectrum's
 * tooltips are one a cell, and would hold the page up whenever the table is scrolled.
 */
export function EvidenceTip({ children }: { readonly children: ReactNode }) {
  const [tip, setTip] = useState<Tip | null>(null);
  const show = ({ target }: SyntheticEvent) =>
    setTip(target instanceof Element ? tipOf(target) : null);
  const hide = () => setTip(null);
  return (
    <div
      onMouseOver={show}
      onMouseLeave={hide}
      onFocus={show}
      onBlur={hide}
      onWheel={hide}
      onKeyDown={({ key }) => key === 'Escape' && hide()}
    >
      {children}
      {tip && (
        <div role="tooltip" className={styles['tip']} style={{ left: tip.left, top: tip.top }}>
          {strings.plan.saysSo(tip.witness)}
        </div>
      )}
    </div>
  );
}

function tipOf(target: Element): Tip | null {
  const said = target.closest('[role=gridcell], [role=rowheader]')?.querySelector('[data-witness]');
  const witness = said?.getAttribute('data-witness') ?? '';
  if (!said || witness === '') return null;
  const { left, bottom } = said.getBoundingClientRect();
  const farthest = window.innerWidth - widest - 8;
  return { witness, left: Math.max(8, Math.min(left, farthest)), top: bottom + 6 };
}
