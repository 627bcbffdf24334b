/** `POST /dev/clock {"now": "2026-10-12T08:00:00+02:00"}`: time runs on from there. Forward only; never used for tokens. */
import restify from 'restify';
import type { Server } from 'restify';
import { z } from 'zod/v4';
import type { MovableClock } from '../storage/clock.ts';

const Body = z.object({ now: z.iso.datetime({ offset: true }) });

/** @param moved called after the clock has moved */
export function addClockRoute(server: Server, clock: MovableClock, moved: () => void): void {
  server.get('/dev/clock', async (_req: restify.Request, res: restify.Response) => {
    await clock.refresh();
    res.json(200, { now: clock.now() });
  });
  server.post(
    '/dev/clock',
    restify.plugins.jsonBodyParser({ mapParams: false }),
    async (req: restify.Request, res: restify.Response) => {
      const body = Body.safeParse(req.body);
      if (!body.success) {
        const message = 'Geef een tijd, zoals {"now": "2026-10-12T08:00:00+02:00"}.';
        res.json(400, { code: 'invalid', message });
        return;
      }
      if (!(await clock.moveTo(body.data.now))) {
        res.json(409, {
          code: 'conflict',
          message: `De klok staat al op ${clock.now()} en gaat alleen vooruit.`,
        });
        return;
      }
      moved();
      res.json(200, { now: clock.now() });
    },
  );
}
