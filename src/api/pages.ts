/** The few public pages that a Teams app must name: what it is, privacy, terms. Nothing of a school stands on them. */
import type { Request, Response, Server } from 'restify';

const pages: Record<string, { title: string; lines: string[] }> = {
  '/': {
    title: 'Meldpunt',
    lines: [
      'Meldpunt helpt een school om elke melding van pesten op te volgen, volgens het protocol van de school.',
      'Je gebruikt Meldpunt in Microsoft Teams: open daar de app, of typ melding in de chat.',
    ],
  },
  '/privacy': {
    title: 'Privacy',
    lines: [
      'Meldpunt bewaart wat medewerkers over een zaak vastleggen, in de eigen opslag van de school bij Microsoft Azure.',
      'Alleen medewerkers die met een zaak te maken hebben, kunnen die zaak zien. In een kanaal staat nooit de naam van een leerling.',
      'Wil je weten wat er over jou of je kind is vastgelegd, of klopt er iets niet? Vraag het aan de school. De school beslist wat er met de gegevens gebeurt.',
    ],
  },
  '/voorwaarden': {
    title: 'Voorwaarden',
    lines: [
      'Meldpunt is bedoeld voor medewerkers van scholen die de app hebben ingevoerd.',
      'Meldpunt vervangt geen hulp bij direct gevaar. Bel dan 112.',
    ],
  },
};

export function addPages(server: Server): void {
  for (const [path, { title, lines }] of Object.entries(pages)) {
    const body = lines.map((line) => `<p>${line}</p>`).join('');
    const html = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Meldpunt</title><body style="font:1rem/1.6 system-ui;max-width:38rem;margin:3rem auto;padding:0 1rem"><h1>${title}</h1>${body}</body></html>`;
    server.get(path, (_req: Request, res: Response, next) => {
      res.header(
        'Content-Security-Policy',
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      );
      res.sendRaw(200, html, { 'Content-Type': 'text/html; charset=utf-8' });
      next();
    });
  }
}
