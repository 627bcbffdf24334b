/** What Teams shows when somebody adds the tab to a team. */
import { useEffect } from 'react';
import { Notice } from '../components/Notice.tsx';
import { offerTab } from '../teams.ts';

export function ConfigPage() {
  useEffect(() => {
    offerTab({ entityId: 'zaken', contentUrl: `${window.location.origin}/tab`, name: 'Zaken' });
  }, []);
  return (
    <Notice title="Zaken in dit team">
      Dit tabblad laat de open zaken zien. Iedereen ziet er alleen de zaken die hij of zij mag zien. Kies
      ‘Opslaan’ om het tabblad toe te voegen.
    </Notice>
  );
}
