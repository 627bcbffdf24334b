/**
 * What is posted here is plain JSON: Teams and the tab send nothing else. Anything else is refused before a parser sees it: restify's
 * own would unpack gzip without a limit (and the process ends on what is no gzip), and write the parts of a form to disk.
 */
import type { Next, Request, Response } from 'restify';
import type { ApiError } from './api/contract/common.ts';

export function onlyJson(req: Request, res: Response, next: Next): void {
  const plain = req.headers['content-encoding'] === undefined;
  if (req.method !== 'POST' || (plain && req.getContentType() === 'application/json')) return next();
  res.json(415, { code: 'invalid', message: NO_JSON } satisfies ApiError);
  next(false);
}

const NO_JSON = 'Dit formulier klopt niet (meer). Laad het scherm opnieuw.';
