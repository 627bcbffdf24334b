/**
 * Imported first, before any shape is made: zod otherwise tries `new Function`, which the page's
 * content security policy refuses and reports.
 */
import { z } from 'zod/v4';

z.config({ jitless: true });
