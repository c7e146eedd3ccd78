import type * as ko from '../ko/terms.js';

export const role: typeof ko.role = {
  FUND_MANAGER: 'Fund manager',
  FINANCE_MAKER: 'Finance, maker',
  FINANCE_CHECKER: 'Finance, checker and payer',
  COMPLIANCE: 'Compliance',
  APPROVER: 'Approver',
  COMMITTEE: 'Investment committee member',
  AUDITOR: 'Ministry auditor',
  ADMIN: 'System administrator',
};

export const rank: typeof ko.rank = { STAFF: 'Staff', TEAM_LEADER: 'Team leader', DIRECTOR: 'Director', EXECUTIVE: 'Executive', HEAD: 'Head of the institution' };

export const tokenArea: typeof ko.tokenArea = { FUND: 'Funds', VOUCHER: 'Vouchers', GRANT: 'Grants', MATCHING: 'Reverse matching', MONEY: 'Payments, ledger, bank', COMMON: 'Everywhere' };
export const voucherKind: typeof ko.voucherKind = { AS: 'A/S voucher', KTTN: 'KTTN voucher' };
export const serviceState: typeof ko.serviceState = {
  CONTRACTED: 'Contracted', DELIVERED: 'Delivered', ACCEPTED: 'Accepted', INSPECTED: 'Inspected', CLAIMED: 'Claimed',
  CAPTURED: 'Approved for payment', PAID: 'Paid', CANCELLED: 'Cancelled', REFUNDED: 'Refunded',
};
export const serviceEvent: typeof ko.serviceEvent = {
  contract: 'Contracted', deliver: 'Delivered', accept: 'Accepted', inspect: 'Inspected', claim: 'Claimed', capture: 'Approved for payment', reverseCapture: 'Decision undone', pay: 'Paid', bounce: 'Sent back by the bank',
  sendBack: 'Sent back', reassign: 'Provider replaced', cancel: 'Cancelled', refundPart: 'Refunded in part', refundWhole: 'Refunded',
};
export const runStanding: typeof ko.runStanding = { DRAFTED: 'Drafted', RELEASED: 'Released', EXPORTED: 'At the bank', SETTLED: 'Settled', VOIDED: 'Void' };
export const lineState: typeof ko.lineState = { OPEN: 'Open', PAID: 'Paid', REJECTED: 'Rejected', RETURNED: 'Returned' };
export const runStep: typeof ko.runStep = { draft: 'Drafted', release: 'Released', export: 'File made', void: 'Voided', PAID: 'Paid', REJECTED: 'Rejected', RETURNED: 'Returned' };
export const bankReason: typeof ko.bankReason = { AC01: 'wrong account number', AC04: 'account closed', AC06: 'account blocked', AM04: 'not enough money', BE01: 'another holder', MS03: 'no reason given' };
export const budgetStage: typeof ko.budgetStage = { PROPOSAL: 'Government proposal', APPROVED: 'Approved by the Assembly', SUPPLEMENTARY: 'Supplementary', TRANSFER: 'Transfer', CARRIED_FORWARD: 'Carried forward' };
export const businessStatus: typeof ko.businessStatus = { ACTIVE: 'In business', RESTING: 'Resting', CLOSED: 'Closed' };
export const clawbackGround: typeof ko.clawbackGround = { FALSE_CLAIM: 'False claim', EXCESS_CLAIM: 'Excess claim', OFF_PURPOSE: 'Used for another purpose', CONDITION_BREACH: 'Condition breached', REQUIREMENT_UNMET: 'Requirement not met', MISPAYMENT: 'Mispayment' };
export const clawbackDebtor: typeof ko.clawbackDebtor = { COMPANY: 'Company', PROVIDER: 'Provider' };
export const clawbackStatus: typeof ko.clawbackStatus = { OPEN: 'Open', OVERDUE: 'Overdue', SETTLED: 'Settled', WRITTEN_OFF: 'Written off' };
export const ledgerUnit: typeof ko.ledgerUnit = { VOUCHER: ' vouchers', COMPANY: ' companies', SHARE: ' shares' };
export const legalRegime: typeof ko.legalRegime = { PUBLIC_FINANCE: 'Recovery of Improper Gains from Public Finance', SUBSIDY: 'Subsidy Act', RND: 'R&D Innovation Act' };

export const verdict: typeof ko.verdict = { MET: 'Met', NOT_MET: 'Not met', IN_PROGRESS: 'In progress', UNREACHABLE: 'Out of reach' };

export const basis: typeof ko.basis = {
  COMMITTED: 'Commitments',
  PAID_IN: 'Paid-in capital',
  INVESTED: 'Invested',
  COMMITTED_MINUS_FEES: 'Commitments less fees',
  FIXED_AMOUNT: 'Fixed amount',
};

export const measure: typeof ko.measure = { CUMULATIVE_COST: 'Cumulative cost (does not fall on exit)', OUTSTANDING_COST: 'Outstanding cost' };

export const mandateVerdict: typeof ko.mandateVerdict = { MET: 'Met', IN_PROGRESS: 'In progress', UNREACHABLE: 'Out of reach', IN_GRACE: 'In grace', CURABLE: 'May be cured', NOT_MET: 'Not met' };
export const mandateLevel: typeof ko.mandateLevel = { FUND: 'Fund', GENERAL_PARTNER: 'Manager', PROGRAMME: 'Programme' };
export const mandateBasis: typeof ko.mandateBasis = { COMMITTED: 'Commitments', PAID_IN: 'Paid-in capital', INVESTED: 'Invested', COMMITTED_MINUS_FEES: 'Commitments less fees', FIXED_AMOUNT: 'Fixed amount', PARTNER_STAKE: 'Stake of a partner' };
export const statutoryVerdict: typeof ko.statutoryVerdict = { MET: 'Met', IN_PROGRESS: 'In progress', NOT_MET: 'Not met', EXEMPT: 'Exempt', NOT_TESTED: 'Not tested' };
export const generalPartnerKind: typeof ko.generalPartnerKind = { VENTURE_INVESTMENT_COMPANY: 'Venture investment company', STARTUP_ACCELERATOR: 'Accelerator', OTHER: 'General', FUND_OF_FUNDS_MANAGER: 'Manager of the fund of funds' };
export const test: typeof ko.test = { BY_DEADLINE: 'By the deadline', AT_ALL_TIMES: 'At all times', MILESTONES: 'Milestones' };

export const dissolutionCause: typeof ko.dissolutionCause = { LIFE_ENDED: 'Life ended', PARTNERS_LEFT: 'All partners left', GENERAL_PARTNER_LOST: 'General partner disqualified', PARTNERS_DECIDED: 'Partners agreed', REGISTRATION_CANCELLED: 'Registration cancelled' };
export const dutyState: typeof ko.dutyState = { DONE: 'Done', OVERDUE: 'Overdue', DUE: 'Due' };
export const dayCount: typeof ko.dayCount = { ACTUAL_365: 'Actual/365', ACTUAL_ACTUAL: 'Actual/Actual' };
export const interimPayout: typeof ko.interimPayout = { NONE: 'None', PRINCIPAL_ONLY: 'Principal only', UNRESTRICTED: 'Unrestricted' };
export const followOnTest: typeof ko.followOnTest = { FIRST_INVESTMENT: 'On the first investment', EACH_TIME: 'On each investment' };
export const lostStatus: typeof ko.lostStatus = { KEEPS: 'Keeps recognition', REVOKES: 'Loses recognition' };

export const source: typeof ko.source = { LAW: 'Law', AGREEMENT: 'Agreement', NOTICE: 'Notice', SEED: 'Policy release', PRACTICE: 'Practice', ASSUMPTION: 'Default' };

export const route: typeof ko.route = {
  TECH_TRANSFER: 'Technology transfer',
  IN_KIND: 'Technology contributed in kind',
  LAB_COMPANY: 'Lab company',
  HOLDING_SUBSIDIARY: 'Technology holding subsidiary',
  RESEARCHER_SPINOFF: 'Researcher spin-off',
  GOV_RND: 'National R&D commercialisation',
  JOINT_RND: 'Joint research',
  APPROVED_EXCEPTION: 'Approved exception',
  NONE: 'No claim',
};

export const companyBasis: typeof ko.companyBasis = { STARTUP: 'Start-up', VENTURE: 'Certified venture firm', INNOBIZ: 'Innobiz firm', MAINBIZ: 'Mainbiz firm', RND_CENTRE: 'Corporate R&D centre', TECH_RATING: 'Technology credit rating (TCB)' };

export const status: typeof ko.status = { QUALIFIED: 'Qualified', NOT_QUALIFIED: 'Not qualified', PENDING: 'Pending', REVOKED: 'Revoked', NOT_CLAIMED: 'Not claimed' };

export const instrument: typeof ko.instrument = {
  COMMON: 'Common share',
  RCPS: 'RCPS',
  CPS: 'CPS',
  CB: 'Convertible bond (CB)',
  BW: 'Bond with warrants (BW)',
  EB: 'Exchangeable bond (EB)',
  SAFE: 'SAFE',
  CONVERTIBLE_NOTE: 'Convertible note',
  PROJECT: 'Project investment',
  LLC_INTEREST: 'LLC interest',
  SECONDARY: 'Secondary shares',
};

export const investmentKind: typeof ko.investmentKind = { NEW: 'New', FOLLOW_ON: 'Follow-on', CONVERSION: 'Conversion' };

export const partnerKind: typeof ko.partnerKind = { GENERAL: 'General partner', LIMITED: 'Limited partner', SPECIAL_LIMITED: 'Special limited partner' };

export const exitKind: typeof ko.exitKind = {
  MERGER: 'M&A',
  OVER_THE_COUNTER: 'Over the counter',
  LISTING: 'IPO or market sale',
  REDEMPTION: 'Redemption',
  LIQUIDATION: 'Liquidation',
  PROJECT_SETTLEMENT: 'Project settlement',
  WRITE_OFF: 'Write-off',
  RESCISSION: 'Rescission',
};

export const judgement: typeof ko.judgement = { PASS: 'Holds', WARN: 'Please check', BLOCK: 'Refused' };

export const stepKind: typeof ko.stepKind = { REVIEW: 'Review', COOPERATE: 'Consultation', APPROVE: 'Approval' };

export const approvalState: typeof ko.approvalState = {
  PENDING: 'Under way',
  APPROVED: 'Signed',
  EXECUTED: 'Done',
  FAILED: 'Refused when it ran',
  RETURNED: 'Returned',
  RECALLED: 'Taken back',
  EXPIRED: 'Expired',
};

export const approvalMode: typeof ko.approvalMode = { DIRECT: 'At once, without a signature', SIGNED: 'Signed' };

export const proof: typeof ko.proof = { PASSWORD: 'password', TOTP: 'one-time code', RECOVERY_CODE: 'recovery code', PASSKEY: 'passkey', PROVIDER: 'institutional sign-in' };

export const partyKind: typeof ko.partyKind = { COMPANY: 'Company', INSTITUTION: 'Institution', FUND_OF_FUNDS: 'Fund of funds', BANK: 'Bank', PUBLIC_BODY: 'Public body', PERSON: 'Person' };

export const voucherState: typeof ko.voucherState = {
  APPLIED: 'Applied', SCREENED: 'Screened', EVALUATED: 'Evaluated', WAITLISTED: 'On the waiting list', SELECTED: 'Selected', AGREED: 'Agreed', ISSUED: 'Issued', SUSPENDED: 'Suspended',
  REJECTED: 'Rejected', WITHDRAWN: 'Withdrawn', CANCELLED: 'Cancelled', EXPIRED: 'Expired', CLAWBACK: 'Clawback', RECOVERED: 'Recovered', WRITTEN_OFF: 'Written off',
};
export const voucherEvent: typeof ko.voucherEvent = {
  screen: 'Screened', evaluate: 'Evaluated', waitlist: 'Put on the waiting list', select: 'Selected', reject: 'Rejected', agree: 'Agreed', issue: 'Issued', hold: 'Contract', release: 'Hold released', capture: 'Paid',
  refund: 'Refund', topUp: 'Topped up', extend: 'Extended', split: 'Split', suspend: 'Suspended', resume: 'Resumed', expire: 'Expired', withdraw: 'Withdrawn', cancel: 'Cancelled', clawBack: 'Clawed back',
  recover: 'Recovered', writeOff: 'Written off',
};

export const applicationRule: typeof ko.applicationRule = {
  'application-comes-within-the-window': 'Window',
  'researcher-holds-no-office': 'Conflict',
  'contract-is-applied-for-once': 'Duplicate',
  'technology-is-supported-once': 'Other support',
  'company-applies-once': 'Same company',
  'company-is-in-business': 'In business',
  'request-stays-within-face': 'Over the cap',
  'company-agreed-to-the-use-of-its-data': 'Consent',
};

export const relation: typeof ko.relation = { EMPLOYS: 'staff', MARRIED_TO: 'spouse', OWNED_BY: 'shareholder', AFFILIATED_WITH: 'affiliate' };


export const issueStatus: typeof ko.issueStatus = { VALID: 'Valid', REPLACED: 'Replaced', WITHDRAWN: 'Withdrawn' };
export const waiverState: typeof ko.waiverState = { IN_FORCE: 'In force', TO_COME: 'To come', EXPIRED: 'Expired', REVOKED: 'Revoked' };

export const waivableRule: typeof ko.waivableRule = {
  'investment-stays-within-issuer-limit': 'Single-company limit',
  'project-stays-within-limit': 'Single-project limit',
  'overseas-stays-within-limit': 'Overseas limit',
  'secondary-stays-within-limit': 'Limit on existing shares',
  'quarter-stays-within-pace': 'Pace of a quarter',
  'key-managers-stand-behind-the-deal': 'Key managers',
  'co-investment-is-disclosed': 'Notice of co-investment',
  'bridge-is-short': 'Term of bridge loans',
};

export const statutoryTarget: typeof ko.statutoryTarget = { STARTUP: 'Start-up', INNOVATIVE_SME: 'Innovative SME', VENTURE_FIRM: 'Venture firm', SME_PROJECT: 'SME project' };

export const antiDilution: typeof ko.antiDilution = { NONE: 'None', WEIGHTED_AVERAGE: 'Weighted average', FULL_RATCHET: 'Full ratchet' };

export const declaration: typeof ko.declaration = {
  isFinancialCompany: 'Financial company',
  isFintech: 'One of the fintech exceptions',
  isOfRestrictedGroup: 'Of a group restricted from cross-shareholding',
  fundBorrowsOrGuarantees: 'The fund borrows, guarantees or pledges',
  hasTermsOutsideContract: 'Terms outside the contract',
  makesThirdPartyLiable: 'Third parties are made liable',
  isNonBusinessRealEstate: 'Idle real estate',
  coInvests: 'The general partner invests its own money beside the fund',
  coInvestmentDisclosed: 'The partners were told of it',
};

export const dealDimension: typeof ko.dealDimension = {
  region: 'Region',
  zone: 'Special R&D zone',
  founder: 'Founder',
  shares: 'Shares',
  place: 'Place',
  market: 'Market',
  kind: 'Kind',
  project: 'Project',
  route: 'Route',
  purpose: 'Purpose',
  stage: 'Age',
};

export const dealTrait: typeof ko.dealTrait = { NEW: 'New shares', SECONDARY: 'Existing shares', DOMESTIC: 'Domestic', OVERSEAS: 'Overseas', UNLISTED: 'Unlisted', LISTED: 'Listed', PROJECT: 'Project', PUBLIC_TECHNOLOGY: 'Public technology', EARLY: 'Early start-up (3 years)', STARTUP: 'Start-up (7 years)', RESEARCHER: 'Founded by a researcher' };

export const companyEvent: typeof ko.companyEvent = { DEAL: 'Deal', CONVERSION: 'Conversion', EXIT: 'Exit', VALUATION: 'Valuation' };

export const feeBase: typeof ko.feeBase = { COMMITTED: 'Commitments', INVESTED: 'Invested so far', OUTSTANDING: 'Cost left', NET_COST: 'Cost less impairment' };
export const expenseKind: typeof ko.expenseKind = { MANAGEMENT_FEE: 'Management fee', CUSTODY: 'Custody', AUDIT: 'Audit', OTHER: 'Other' };
export const dueDiligenceKind: typeof ko.dueDiligenceKind = { FINANCIAL: 'Financial', LEGAL: 'Legal', TECHNICAL: 'Technical', OTHER: 'Other' };
export const impairmentReason: typeof ko.impairmentReason = {
  FULL_CAPITAL_EROSION: 'Full capital erosion', DEFAULT: 'Default', SUSPENSION: 'Business suspended', REHABILITATION: 'Rehabilitation or bankruptcy', LAWSUIT: 'Material lawsuit', AUDIT_OPINION: 'Adverse or no audit opinion', OTHER: 'Other',
};

export const grantKind: typeof ko.grantKind = { PROTOTYPE: 'Prototype manufacturing', BRIDGE: 'Bridge research groups', BASIC_TIER: 'Three-tier basic research', OSMU: 'One source, multi use', TEST_BED: 'Regional test bed', MATCHING: 'Reverse matching' };
export const matchBound: typeof ko.matchBound = { MATCH: 'ratio', CAP: 'cap of a project', BUDGET: 'budget left', SHARE: 'share of the whole' };
export const matchRelation: typeof ko.matchRelation = { NONE: 'none', OFFICER: 'officer of both', SHAREHOLDER: 'shareholder', AFFILIATE: 'affiliated', FAMILY: 'family', OTHER: 'another relation' };
export const zoneMode: typeof ko.zoneMode = { LARGE: 'large zone', COMPACT: 'compact zone' };
export const grantRegime: typeof ko.grantRegime = { RND: 'R&D contribution', SUBSIDY: 'National subsidy' };
export const grantState: typeof ko.grantState = { ACTIVE: 'Under way', SUSPENDED: 'Suspended', COMPLETED: 'Completed', TERMINATED: 'Terminated', CLOSED: 'Closed' };
export const grantStep: typeof ko.grantStep = { suspend: 'Suspend', resume: 'Resume', complete: 'Complete', terminate: 'Terminate', close: 'Close' };
export const agreementRole: typeof ko.agreementRole = { LEAD: 'Lead', JOINT: 'Joint', COMMISSIONED: 'Commissioned' };
export const institutionType: typeof ko.institutionType = { SME: 'SME', MID_SIZE: 'Mid-size enterprise', MID_SIZE_LARGE_SALES: 'Mid-size, average sales of 300 billion won or more', LARGE: 'Public or large enterprise', NON_PROFIT: 'Non-profit institution' };
export const fundingSource: typeof ko.fundingSource = { GOVERNMENT: 'Government', OWN: 'Institution', LOCAL: 'Local government', OTHER: 'Others' };
export const planResource: typeof ko.planResource = { CASH: 'Cash', IN_KIND: 'In kind' };
export const changeNeed: typeof ko.changeNeed = { APPROVAL: 'Approval', NOTICE: 'Notice' };
export const grantManner: typeof ko.grantManner = { CONCLUDED: 'Concluded', APPROVAL: 'By approval', NOTICE: 'By notice' };
export const trancheState: typeof ko.trancheState = { PLANNED: 'Planned', REQUESTED: 'Asked for', DECIDED: 'Decided', VOIDED: 'Voided', DROPPED: 'Dropped' };
export const trancheStep: typeof ko.trancheStep = { request: 'Ask for it', 'send-back': 'Send back', decision: 'Decide', void: 'Void' };
export const carryKind: typeof ko.carryKind = { EXPLICIT: 'Carry over (allowed)', ACCIDENT: 'Carry over (accident)', LAPSE: 'Let lapse' };
export const recipientRole: typeof ko.recipientRole = { MANUFACTURER: 'Manufacturer', RESULT_OWNER: 'Owner of the result', RESEARCH_GROUP: 'Research group', COMPANY: 'Company', REGION: 'Regional body' };
export const amountBasis: typeof ko.amountBasis = { TOTAL: 'In total', PER_YEAR: 'For each year' };
export const feasibility: typeof ko.feasibility = { NOT_NEEDED: 'Not needed', PENDING: 'Study pending', PASSED: 'Study passed' };

export const lineResource: typeof ko.lineResource = { CASH: 'Cash', IN_KIND: 'In kind' };
export const evidenceKind: typeof ko.evidenceKind = { TAX_INVOICE: 'E-tax invoice', CARD: 'Card', TRANSFER: 'Transfer', CASH_RECEIPT: 'Cash receipt', PAYROLL: 'Payroll', IN_KIND: 'In kind', OTHER: 'Other' };
export const expenseState: typeof ko.expenseState = { UNREVIEWED: 'Not reviewed', ALLOWED: 'Accepted', PARTLY: 'Partly', DISALLOWED: 'Not accepted', VOIDED: 'Voided' };
export const evidencePaper: typeof ko.evidencePaper = {
  QUOTES: 'Quotes', INSPECTION: 'Inspection', PAYROLL: 'Payroll', PARTICIPATION: 'Participation', TRAVEL_ORDER: 'Travel order', RECEIPT: 'Travel receipts',
  MINUTES: 'Minutes', CONTRACT: 'Contract', DELIVERABLE: 'Deliverable', EVALUATION: 'Valuation in kind', OTHER: 'Other',
};
export const interestTime: typeof ko.interestTime = { DURING: 'During', AFTER: 'After' };
export const interestPurpose: typeof ko.interestPurpose = { PROJECT: 'Into the project', REINVESTMENT: 'Reinvested', RESULTS: 'Use of results', OTHER: 'Other use', TREASURY: 'To the Treasury' };
export const grantApplicationState: typeof ko.grantApplicationState = { APPLIED: 'Received', CHECKED: 'Eligible', EVALUATED: 'Evaluated', SELECTED: 'Selected', WAITLISTED: 'Waiting', REJECTED: 'Turned down', WITHDRAWN: 'Withdrawn', AGREED: 'Agreed' };
export const grantApplicationEvent: typeof ko.grantApplicationEvent = { check: 'checked', evaluate: 'evaluated', select: 'selected', waitlist: 'put on the waiting list', reject: 'turned down', withdraw: 'withdrawn', recheck: 'objection upheld: checked again', reconsider: 'objection upheld: evaluated again', agree: 'agreed' };
export const grantInstitution: typeof ko.grantInstitution = { SME: 'Small or medium enterprise', MID_SIZE: 'Mid-size enterprise', MID_SIZE_LARGE_SALES: 'Mid-size enterprise, large sales', LARGE: 'Public or large enterprise', NON_PROFIT: 'Non-profit institution' };
export const grantAnswer: typeof ko.grantAnswer = { TAX_ARREARS: 'Taxes owed', PARTICIPATION: 'Other projects of the investigator', DUPLICATE: 'Overlap with other support' };
export const grantAnswerResult: typeof ko.grantAnswerResult = { CLEAR: 'nothing found', FOUND: 'found' };
export const grantRule: typeof ko.grantRule = {
  'nobody-is-banned': 'exclusion', 'investigator-has-room': 'number of projects', 'taxes-are-paid': 'taxes', 'institution-is-in-business': 'in business', 'support-is-no-duplicate': 'duplicate',
  'request-stays-within-the-amount': 'amount', 'tier-is-of-the-call': 'tier', 'triad-is-complete': 'triad', 'government-stays-within-its-share': 'government share', 'own-share-has-its-cash': 'own cash',
};
export const settlementStatus: typeof ko.settlementStatus = { RUNNING: 'under way', REPORT_DUE: 'report awaited', REPORT_OVERDUE: 'report overdue', REPORTED: 'reported', DECIDED: 'notified', OBJECTED: 'objected to', FINAL: 'final' };
export const settlementFigure: typeof ko.settlementFigure = { used: 'Used in all', unused: 'Unused cash', disallowed: 'Cash not accepted', inKindShortage: 'In-kind shortage', interest: 'Interest to return', total: 'To be returned' };
export const objectionOutcome: typeof ko.objectionOutcome = { ACCEPTED: 'accepted', PARTLY: 'accepted in part', REJECTED: 'rejected' };
export const sanctionOutcome: typeof ko.sanctionOutcome = { UPHELD: 'upheld', REDUCED: 'reduced', LIFTED: 'lifted' };
export const auditOpinion: typeof ko.auditOpinion = { CLEAN: 'unqualified', QUALIFIED: 'qualified', ADVERSE: 'adverse', DISCLAIMED: 'disclaimed' };
export const verificationKind: typeof ko.verificationKind = { SETTLEMENT: 'Verification of the settlement', FISCAL_YEAR: 'Audit of the year' };
export const recoveryKind: typeof ko.recoveryKind = { SETTLEMENT: 'Settlement', PENALTY: 'Penalty', CLAWBACK: 'Clawback' };
export const recoveryMovement: typeof ko.recoveryMovement = { RECEIVED: 'received', OFFSET: 'set off', WRITTEN_OFF: 'written off', SURCHARGED: 'surcharge', REDUCED: 'reduced', REVERSED: 'receipt reversed' };
export const planKind: typeof ko.planKind = { PLANNED: 'planned', CARRIED: 'carried in', INTEREST: 'interest taken in' };

/** After a grant. */
export const assetKind: typeof ko.assetKind = { EQUIPMENT: 'Equipment', PROTOTYPE: 'Prototype', REAL_ESTATE: 'Real estate', INTANGIBLE: 'Intangible', OTHER: 'Other property' };
export const assetState: typeof ko.assetState = { RESTRICTED: 'Restricted', FREE: 'Free', GONE: 'Gone' };
export const assetCondition: typeof ko.assetCondition = { IN_USE: 'In use', IDLE: 'Idle', BROKEN: 'Broken', MISSING: 'Missing' };
export const assetDeed: typeof ko.assetDeed = { SALE: 'Sale', TRANSFER: 'Transfer', EXCHANGE: 'Exchange', DISCARD: 'Discarded', LEASE: 'Lease', PLEDGE: 'Pledge', OTHER_USE: 'Other use' };
export const orderKind: typeof ko.orderKind = { EQUIP_EVAL: 'Equipment evaluation', TEST: 'Test and analysis' };
export const orderState: typeof ko.orderState = { REQUESTED: 'Requested', ACCEPTED: 'Accepted', DECLINED: 'Declined', CERTIFIED: 'Certified', APPROVED: 'Approved', CANCELLED: 'Cancelled' };
export const orderResult: typeof ko.orderResult = { MET: 'Met', NOT_MET: 'Not met', MEASURED: 'Measured' };
export const resultUse: typeof ko.resultUse = { LICENCE: 'Licensed out', OWN_USE: 'Own use' };
export const royaltyPayer: typeof ko.royaltyPayer = { SME: 'SME (2.5 %, cap 10 %)', MID_SIZE: 'Mid-size (5 %, cap 20 %)', LARGE: 'Large (10 %, cap 40 %)' };
export const royaltyReason: typeof ko.royaltyReason = { FULL: 'In full', CAPPED: 'Up to the cap', CAP_REACHED: 'Cap reached', ENDED: 'Ended', NO_INCOME: 'No income' };
export const divisionBasis: typeof ko.divisionBasis = { INNOVATION_ACT: 'Innovation Act', TRANSFER_ACT: 'Technology Transfer Act' };
export const claimState: typeof ko.claimState = { OPEN: 'Open', OVERDUE: 'Overdue', PAID: 'Paid' };
export const deadlineView: typeof ko.deadlineView = { DUE: 'Still due', OVERDUE: 'Overdue', DONE: 'Done', ALL: 'All' };
export const deadlineOwner: typeof ko.deadlineOwner = { INSTITUTION: 'Institution', AGENCY: 'Agency', COMPANY: 'Company', LABORATORY: 'Laboratory' };
export const matchingDepositState: typeof ko.matchingDepositState = { UNPROVEN: 'Unproven', PROVEN: 'Proven', REVERSED: 'Reversed' };
export const fundSource: typeof ko.fundSource = { OWN: 'Own money', OTHER_PUBLIC: 'Other public money', GUARANTEED_LOAN: 'State-guaranteed loan', RELATED_PARTY: 'Researcher or related party', OTHER: 'Not known' };
export const depositorRelation: typeof ko.depositorRelation = { COMPANY: 'Company', PERFORMER: 'Performer', RELATED: 'Related party', THIRD_PARTY: 'Third party' };
export const depositFlag: typeof ko.depositFlag = { EXCLUDED_SOURCE: 'Excluded source', EXCLUDED_DEPOSITOR: 'Excluded depositor', THIRD_PARTY: 'Paid by a third party', ROUND_TRIP: 'Round trip suspected', LOCK_UP_BROKEN: 'Lock-up broken' };
export const matchingReleaseState: typeof ko.matchingReleaseState = { REQUESTED: 'Asked for', DECIDED: 'Decided', SENT_BACK: 'Sent back', VOIDED: 'Voided' };
export const matchingClawbackState: typeof ko.matchingClawbackState = { PROPOSED: 'Proposed', DECIDED: 'Decided', OVERTAKEN: 'Overtaken' };
export const reportKind: typeof ko.reportKind = {
  FUND_COMPLIANCE: 'Fund compliance report', FUND_QUARTERLY: 'Quarterly fund report', PARTNER_STATEMENT: 'Capital account statement', PARTNER_STATEMENTS: 'Capital account statements (all partners)',
  ILPA_REPORTING: 'ILPA reporting template', ILPA_PERFORMANCE: 'ILPA performance template', VOUCHER_SETTLEMENT: 'Voucher settlement report', GRANT_SETTLEMENT: 'Settlement report (whole call)',
  AGREEMENT_SETTLEMENT: 'Settlement report (agreement)', GRANT_FORM: 'Settlement form (use of funds)', MATCHING: 'Matching report', ANNUAL: 'Annual integrated report',
};
export const schedulePeriod: typeof ko.schedulePeriod = { QUARTER: 'Quarter', HALF: 'Half-year', YEAR: 'Year' };
export const scheduleTurnState: typeof ko.scheduleTurnState = { ISSUED: 'Issued', WAITING: 'To be signed', STOPPED: 'Returned or expired', REFUSED: 'Not drafted' };
export const deliveryState: typeof ko.deliveryState = { NEW: 'New', TAKEN: 'Taken', PASSED: 'Replaced or withdrawn before' };
