import { Component } from 'react';
import type { ReactNode } from 'react';
import { Notice } from './Notice.tsx';

/** Catches a page that can't be loaded, which happens when a new version was put online meanwhile. */
export class PageGuard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice
        title="Dit scherm kan niet worden getoond"
        alert
        action={{ label: 'Laad opnieuw', onClick: () => window.location.reload() }}
      >
        Misschien is er een nieuwe versie van Meldpunt. Laad het scherm opnieuw.
      </Notice>
    );
  }
}
