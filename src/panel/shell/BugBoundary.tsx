import { Component, type ReactNode } from 'react';

/** What the boundary guards and whom it tells. */
interface BugBoundaryProps {
  readonly children: ReactNode;
  readonly onBug: (bug: unknown) => void;
}

/** Catches what breaks while drawing, so that the rail and the rest of the panel stay in use. */
export class BugBoundary extends Component<BugBoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch(bug: unknown) {
    // The shell shows the bug in place of the screen that broke; what is drawn next is another.
    this.props.onBug(bug);
    this.setState({ isBroken: false });
  }

  override render() {
    return this.state.isBroken ? null : this.props.children;
  }
}
