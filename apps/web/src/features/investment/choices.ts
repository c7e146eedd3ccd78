export const COMPANY_BASES = ['STARTUP', 'VENTURE', 'INNOBIZ', 'RND_CENTRE'] as const;
export const INSTRUMENTS = ['RCPS', 'CPS', 'COMMON', 'CB', 'BW', 'EB', 'SAFE', 'CONVERTIBLE_NOTE', 'PROJECT', 'LLC_INTEREST', 'SECONDARY'] as const;
export const DECISIONS = ['QUALIFIED', 'NOT_QUALIFIED', 'PENDING', 'REVOKED'] as const;
