/** Groups of roles that hold permissions together. Source: the segregation-of-duties matrix. */
export const MANAGER = ['FUND_MANAGER'] as const;
export const COMPLIANCE = ['COMPLIANCE'] as const;
export const FINANCE_MAKER = ['FINANCE_MAKER'] as const;
export const COMMITTEE = ['COMMITTEE'] as const;
export const ADMIN = ['ADMIN'] as const;
/** Everybody who does business or watches over it: all but the administrator, who sees no business data. */
export const READERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'AUDITOR'] as const;
/** Those who prepare business and those who sign it. */
export const MAKERS_AND_SIGNERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER', 'COMMITTEE', 'ADMIN'] as const;
/** Those for whose work programs are written: an approver, an auditor and an administrator act in person only. */
export const TOKEN_MAKERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE'] as const;
/** Those who watch, and therefore see who did what and who took which report away. */
export const WATCHERS = ['COMPLIANCE', 'AUDITOR'] as const;
/** Those who have deadlines to keep: an auditor's every look is logged, which a calendar's is not. */
export const DEADLINE_KEEPERS = ['FUND_MANAGER', 'FINANCE_MAKER', 'FINANCE_CHECKER', 'COMPLIANCE', 'APPROVER'] as const;
