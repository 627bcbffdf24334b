/** The way from the tab to the chat with Meldpunt, where what is confidential is written and read (P3). */
import { useState } from 'react';
import { openChat } from './teams.ts';

/** `failed`: what to do where Teams does not open the chat. */
export function useChat(): { open: () => void; failed: string | undefined } {
  const [failed, setFailed] = useState(false);
  return {
    open: () => void openChat().catch(() => setFailed(true)),
    failed: failed
      ? 'De chat gaat hier niet vanzelf open. Open in Teams de app Meldpunt en kies daar de chat.'
      : undefined,
  };
}
