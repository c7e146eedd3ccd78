import type { ApprovalTier } from '#libs/approval';
import type { CommandKind } from '#libs/command';
import { byAmount, DIRECT, secondPerson, twoPersons } from './approval-line.js';

export interface InstalledCommand extends CommandKind {
  /** Who signs it until somebody decides otherwise. Source: dossier §7.1 and §7.2 [assumption]. */
  readonly line: readonly ApprovalTier[];
}

const direct = (ko: string, en: string): InstalledCommand => ({ title: { ko, en }, line: DIRECT });
const signed = (ko: string, en: string, line: readonly ApprovalTier[], kind: Omit<CommandKind, 'title'> = {}): InstalledCommand => ({ title: { ko, en }, line, ...kind });

const FUND = { fundPath: ['fundId'] } as const;
const AMOUNT = { amountPath: ['amountWon'] } as const;

/** Every command of the program: what people call it, where its amount stands, and who signs it by default. */
export const INSTALLED_COMMANDS: Readonly<Record<string, InstalledCommand>> = {
  'programme.create': direct('프로그램 등록', 'Create a programme'),
  'vintage.add': direct('빈티지 추가', 'Add a vintage'),
  'fund.form': signed('조합 결성', 'Form a fund', secondPerson('COMPLIANCE')),
  'fund-register.import': signed('관리대장 가져오기', 'Import a fund register', secondPerson('FINANCE_CHECKER')),
  'capital-call.issue': signed('출자요청', 'Call capital', byAmount(false), { ...AMOUNT, ...FUND }),
  'capital-call.receive': signed('출자금 납입 기록', 'Record paid-in capital', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'capital-call.match': signed('수탁계좌 입금 대사', 'Match receipts of capital', secondPerson('FINANCE_CHECKER'), { ...AMOUNT, ...FUND }),
  'capital-receipt.reverse': signed('출자금 납입 취소', 'Reverse a receipt of capital', secondPerson('FINANCE_CHECKER')),
  'overdue-interest.receive': signed('연체이자 수취 기록', 'Record interest on late capital', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'overdue-interest.waive': signed('연체이자 감면', 'Waive interest on late capital', secondPerson('COMPLIANCE'), AMOUNT),
  'overdue-interest.reverse': signed('연체이자 수취 취소', 'Reverse interest on late capital', secondPerson('FINANCE_CHECKER')),
  'custodian-account.register': signed('수탁계좌 등록', 'Register the custodian’s account', secondPerson('FINANCE_CHECKER'), FUND),
  // The bank's own lines: nothing is booked by keeping them.
  'custodian-statement.import': direct('수탁계좌 거래내역 가져오기', 'Import a custodian’s statement'),
  'investment.record': signed('투자 기록', 'Record an investment', byAmount(true), { amountPath: ['deal', 'amountWon'], ...FUND }),
  'investment.void': signed('투자 취소', 'Void an investment', secondPerson('COMPLIANCE')),
  'valuation.record': signed('투자자산 평가', 'Value the holdings', secondPerson('COMPLIANCE'), FUND),
  'exit.record': signed('투자 회수', 'Record an exit', byAmount(true), { amountPath: ['proceedsWon'], ...FUND }),
  'escrow.receive': signed('유보 회수대금 정산', 'Settle an escrow', secondPerson('FINANCE_CHECKER'), FUND),
  'fee-term.decide': signed('관리보수 조건 변경', 'Decide the management fee', secondPerson('COMPLIANCE'), FUND),
  'fee.bill': signed('관리보수 청구', 'Bill the management fee', secondPerson('FINANCE_CHECKER'), FUND),
  'fee.void': signed('관리보수 청구 취소', 'Void a fee bill', secondPerson('FINANCE_CHECKER'), FUND),
  'expense.pay': signed('보수·비용 지급', 'Pay a fee or an expense', byAmount(true), { ...AMOUNT, ...FUND }),
  'expense.void': signed('비용 지급 취소', 'Void a payment', secondPerson('FINANCE_CHECKER'), FUND),
  'due-diligence.settle': signed('실사비용 정산', 'Settle a due-diligence cost', byAmount(true), { amountPath: ['costWon'], ...FUND }),
  'investment.convert': signed('투자 전환', 'Convert a holding', secondPerson('FINANCE_CHECKER')),
  'investment.rescind': signed('투자계약 해제', 'Rescind a deal', twoPersons('COMPLIANCE', 'APPROVER', 'DIRECTOR')),
  'deal-trait.record': signed('투자 속성 등록', 'Record what a deal is', secondPerson('COMPLIANCE')),
  // Never alone and never in an emergency: the database counts who signed.
  'waiver.grant': signed('예외승인', 'Grant a waiver', twoPersons('COMPLIANCE', 'APPROVER', 'DIRECTOR'), { ...FUND, alwaysSigned: true }),
  'waiver.revoke': direct('예외승인 철회', 'Revoke a waiver'),
  'related-party.record': signed('이해관계 등록', 'Record a related party', secondPerson('COMPLIANCE')),
  'related-party.end': signed('이해관계 종료', 'End a relation', secondPerson('COMPLIANCE')),
  // The manager proposes by claiming a route, compliance decides: two persons already.
  'classification.decide': direct('주목적 인정 판정', 'Decide main-purpose recognition'),
  'evidence.attach': direct('증빙 첨부', 'Attach evidence'),
  // What the manager attached, compliance takes away: two persons already, and a false document cannot wait.
  'evidence.invalidate': direct('증빙 효력 상실 처리', 'Record that evidence is invalid'),
  'recognition-exception.record': signed('사전인정(예외) 등록', 'Record an exception', secondPerson('COMPLIANCE'), FUND),
  'public-institute.record': signed('공공연구기관 등록', 'Put institutes on the list', secondPerson('COMPLIANCE')),
  'public-institute.import': signed('공공연구기관 명부 가져오기', 'Import institutes', secondPerson('COMPLIANCE')),
  'public-institute.end': signed('공공연구기관 종료', 'Take an institute off the list', secondPerson('COMPLIANCE')),
  'document.upload': direct('문서 제출', 'Hand in a document'),
  'policy.decide': signed('규약·기준 변경', 'Decide a term of a fund', secondPerson('COMPLIANCE'), FUND),
  'waterfall-term.decide': signed('분배 조건 결정', 'Decide the terms of distribution', secondPerson('COMPLIANCE'), FUND),
  'distribution.pay': signed('분배', 'Pay a distribution', byAmount(true), { ...AMOUNT, ...FUND }),
  'distribution.reverse': signed('분배 기록 취소', 'Reverse a distribution', secondPerson('FINANCE_CHECKER')),
  'carry.claw-back': signed('성과보수 환수', 'Claw carry back', secondPerson('FINANCE_CHECKER'), FUND),
  // Assumptions about the future bind nobody.
  'scenario.save': direct('예측 시나리오 저장', 'Save a scenario'),
  'mandate.decide': signed('투자의무 결정', 'Decide a rule of a mandate', secondPerson('COMPLIANCE'), FUND),
  'mandate.end': signed('투자의무 종료', 'End a rule of a mandate', secondPerson('COMPLIANCE')),
  'statutory-profile.record': signed('법정 투자의무 적용정보 등록', 'Record what a fund is to the statute', secondPerson('COMPLIANCE'), FUND),
  'general-partner-profile.record': signed('업무집행조합원 구분 등록', 'Record what a manager is to the statute', secondPerson('COMPLIANCE')),
  'agreement.amend': signed('규약 변경', 'Amend an agreement', secondPerson('COMPLIANCE'), FUND),
  'commitment.transfer': signed('출자지분 양도', 'Transfer a commitment', secondPerson('COMPLIANCE'), FUND),
  'fund.extend': signed('조합 존속기간 연장', 'Extend a fund', secondPerson('COMPLIANCE'), FUND),
  'fund.dissolve': signed('조합 해산', 'Dissolve a fund', twoPersons('COMPLIANCE', 'APPROVER', 'EXECUTIVE'), FUND),
  'fund-duty.fulfil': { ...direct('조합 의무 이행 기록', 'Record a duty as done'), ...FUND },
  'period.close': signed('회계기간 마감', 'Close a period', secondPerson('FINANCE_CHECKER')),
  'period.reopen': signed('마감 해제', 'Reopen a period', twoPersons('FINANCE_CHECKER', 'APPROVER', 'EXECUTIVE'), { alwaysSigned: true }),

  'voucher-year.open': signed('바우처 사업연도 열기', 'Open a voucher year', secondPerson('COMPLIANCE')),
  'voucher-budget.decide': signed('바우처 예산·한도 확정', 'Decide a voucher budget', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'voucher-year.close': signed('바우처 사업연도 마감', 'Close a voucher year', twoPersons('FINANCE_CHECKER', 'APPROVER', 'EXECUTIVE')),
  'service-provider.register': signed('공급기관 등록', 'Register a provider', secondPerson('FINANCE_CHECKER')),
  'service-provider.suspend': direct('공급기관 정지', 'Suspend a provider'),
  'service-provider.resume': signed('공급기관 정지 해제', 'Resume a provider', secondPerson('FINANCE_CHECKER')),
  'broker.register': signed('중개인력 등록', 'Register a broker', secondPerson('FINANCE_CHECKER')),
  'broker.renew': signed('중개인력 등록 갱신', 'Renew a broker', secondPerson('FINANCE_CHECKER')),
  'broker.strike-off': signed('중개인력 등록 말소', 'Strike off a broker', secondPerson('FINANCE_CHECKER')),
  'business-status.record': direct('휴폐업 조회 결과 등록', 'Record a business status'),
  'voucher-term.decide': signed('바우처 조건 변경', 'Decide a term of vouchers', secondPerson('COMPLIANCE')),
  'application.receive': direct('바우처 신청 접수', 'Receive an application'),
  'application.screen': direct('바우처 요건검토', 'Screen applications'),
  'application.reject': signed('바우처 신청 탈락 처리', 'Reject an application', secondPerson('FINANCE_CHECKER')),
  // A committee member speaks for themselves: nobody countersigns an opinion.
  'evaluation.declare': direct('평가위원 이해충돌 신고', 'Declare conflicts of interest'),
  'evaluation.score': direct('평가점수 입력', 'Score applications'),
  'selection.decide': signed('바우처 선정', 'Decide a selection', byAmount(true), AMOUNT),
  'selection.promote': signed('예비 순위 선정', 'Select from the waiting list', byAmount(false), AMOUNT),
  'voucher.agree': signed('바우처 협약', 'Conclude agreements', byAmount(false), AMOUNT),
  'own-money.deposit': signed('자부담금 납입 기록', 'Record own money paid in', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'own-money.return': signed('자부담금 반환', 'Return own money', byAmount(false), AMOUNT),
  'voucher.issue': signed('바우처 발급', 'Issue vouchers', byAmount(false), AMOUNT),
  'voucher.withdraw': signed('바우처 포기', 'Withdraw a voucher', secondPerson('FINANCE_CHECKER')),
  'voucher.cancel': signed('바우처 협약해약', 'Cancel an agreement', secondPerson('FINANCE_CHECKER', 'TEAM_LEADER')),
  // The last day was signed with the issue: what follows from it needs nobody, and the program does it by itself at midnight.
  'voucher.expire': { ...direct('바우처 만료 처리', 'Let vouchers expire'), automatic: true },
  // Stopping is urgent, letting go is not.
  'voucher.suspend': direct('바우처 사용정지', 'Suspend a voucher'),
  'voucher.resume': signed('바우처 정지해제', 'Resume a voucher', secondPerson('FINANCE_CHECKER')),
  'voucher.extend': signed('바우처 기간연장', 'Extend a voucher', secondPerson('FINANCE_CHECKER', 'TEAM_LEADER')),
  'voucher.top-up': signed('바우처 증액', 'Top up a voucher', byAmount(false), AMOUNT),
  'voucher.split': signed('바우처 분할', 'Split a voucher', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'service.contract': direct('서비스 계약', 'Contract for a service'),
  'service.deliver': direct('서비스 결과보고', 'Record a delivery'),
  'service.accept': direct('서비스 검수', 'Record an acceptance'),
  'service.inspect': direct('서비스 점검', 'Record an inspection'),
  'service.claim': direct('정산청구', 'Record a claim'),
  'service.send-back': direct('서비스 보완요청', 'Send a service back'),
  'service.reassign': direct('공급기관 교체', 'Replace a provider'),
  'service.cancel': direct('서비스 취소', 'Cancel a service'),
  // Who decides is never who recorded the claim: two persons already.
  'service.capture': direct('지급결정', 'Decide to pay a claim'),
  'service.reverse-capture': signed('지급결정 취소', 'Undo a decision to pay', secondPerson('FINANCE_CHECKER')),
  'service.refund': signed('서비스 환불', 'Record a refund', secondPerson('FINANCE_CHECKER')),
  'payment-batch.draft': signed('지급 묶음 기안', 'Draft payments', byAmount(false), { amountPath: ['totalWon'] }),
  // By a third person, who neither drafted nor signed it.
  'payment-batch.release': direct('지급 실행', 'Release payments'),
  'payment-batch.cancel': direct('지급 묶음 취소', 'Cancel payments'),
  'clawback.decide': signed('환수 결정', 'Decide a clawback', twoPersons('FINANCE_CHECKER', 'APPROVER', 'DIRECTOR'), { amountPath: ['principalWon'] }),
  'clawback.receive': signed('환수금 수납 기록', 'Record a clawback received', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'clawback.offset': signed('환수금 상계', 'Set off a clawback', secondPerson('FINANCE_CHECKER'), AMOUNT),
  'clawback.surcharge': signed('환수 가산금 부과', 'Add a surcharge to a clawback', secondPerson('FINANCE_CHECKER')),
  'clawback.write-off': signed('환수금 결손처분', 'Write off a clawback', twoPersons('FINANCE_CHECKER', 'APPROVER', 'EXECUTIVE')),
  // A verdict on a sign changes nothing else; the facts it rests on are kept with it.
  'warning-sign.decide': direct('점검신호 판단', 'Decide on a warning sign'),
  'voucher-roster.import': signed('바우처 대장 가져오기', 'Import a voucher roster', byAmount(false), AMOUNT),

  'approval.sign': direct('결재', 'Sign'),
  'approval.return': direct('반려', 'Return'),
  'approval.recall': direct('회수', 'Recall'),
  'approval-policy.decide': signed('위임전결 기준 변경', 'Decide who approves', secondPerson('COMPLIANCE'), { alwaysSigned: true }),
  'deputy.appoint': direct('대결자 지정', 'Appoint a deputy'),
  'deputy.end': direct('대결 종료', 'End a deputy'),
  'break-glass.open': signed('긴급 처리 허용', 'Break the glass', secondPerson('COMPLIANCE'), { alwaysSigned: true }),

  'bank-account.register': signed('계좌 등록', 'Register a bank account', secondPerson('FINANCE_CHECKER')),
  'bank-account.close': signed('계좌 해지', 'Close a bank account', secondPerson('FINANCE_CHECKER')),
  'access-review.complete': direct('접속기록 점검 완료', 'Complete the review of access'),
  'access-log.purge': signed('보존기간 경과 접속기록 파기', 'Purge expired access logs', secondPerson('COMPLIANCE'), { alwaysSigned: true }),

  'seal.anchor': direct('봉인 앵커 기록', 'Anchor the seals'),

  'user.create': signed('계정 만들기', 'Create an account', secondPerson('ADMIN')),
  'user.deactivate': direct('계정 닫기', 'Close an account'),
  'user.disconnect': direct('세션 끊기', 'End the sessions of a person'),
  // An invitation sets a password anew: one administrator alone could take over any account with it.
  'user.invite': signed('초대 코드 발급', 'Issue an invitation', secondPerson('ADMIN')),
  'user.restrict': signed('계정 사용 조건 변경', 'Change where and until when an account works', secondPerson('ADMIN')),
  'user.promote': signed('직급 변경', 'Change a rank', secondPerson('ADMIN')),
  'role.grant': signed('역할 부여', 'Grant a role', secondPerson('ADMIN')),
  'role.rescope': signed('역할 범위 변경', 'Change the scope of a role', secondPerson('ADMIN')),
  'role.revoke': direct('역할 회수', 'Revoke a role'),
  'provider.link': signed('통합인증 계정 연결', 'Link an account to the provider', secondPerson('ADMIN')),
  'provider.unlink': direct('통합인증 연결 해제', 'Unlink an account from the provider'),
  'own-provider.link': direct('내 통합인증 계정 연결', 'Link my account to the provider'),
  'session.revoke': direct('세션 끊기', 'End a session'),
  'invitation.redeem': direct('초대 코드로 비밀번호 정하기', 'Redeem an invitation'),
  'password.change': direct('비밀번호 변경', 'Change a password'),
  'totp.confirm': direct('인증 앱 등록', 'Enrol an authenticator app'),
  'totp.remove': direct('인증 앱 해제', 'Remove an authenticator app'),
  'passkey.enrol': direct('패스키 등록', 'Enrol a passkey'),
  'passkey.remove': direct('패스키 해제', 'Remove a passkey'),
  'recovery-code.renew': direct('복구 코드 재발급', 'Renew recovery codes'),
  'api-token.create': direct('API 토큰 발급', 'Create an API token'),
  'api-token.revoke': direct('API 토큰 폐기', 'Revoke an API token'),
};
