/** A day as a protocol file writes it (YYYY-MM-DD), in Dutch; for the days of a case see the school's calendar. */
export const dutchDay = (day: string, options: Intl.DateTimeFormatOptions): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('nl-NL', { timeZone: 'Europe/Amsterdam', ...options });
