import pg from 'pg';

const DATE_OID = 1082;

/** Business dates are text (`LocalDate`) throughout; the driver would make them instants in the machine's time zone. */
export function readDatesAsText(): void {
  pg.types.setTypeParser(DATE_OID, (text) => text);
}
