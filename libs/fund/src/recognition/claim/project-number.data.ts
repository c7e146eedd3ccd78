/**
 * The numbers under which national R&D projects run. Schemes come and go, so a number of none of them is remarked and not
 * refused. Source: docs/domain.md §6.4.
 */
export const PROJECT_NUMBER_SCHEMES: readonly { readonly scheme: string; readonly pattern: RegExp }[] = [
  { scheme: 'IRIS', pattern: /^RS-\d{4}-([A-Z]{2}\d{6}|\d{8})$/ },
  { scheme: 'NTIS', pattern: /^\d{10}$/ },
  { scheme: 'NRF', pattern: /^\d{4}[A-Z]\d[A-Z]\d[A-Z]\d{7}$/ },
];
