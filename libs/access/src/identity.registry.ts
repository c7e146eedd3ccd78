import { FactorController } from './factor/factor.controller.js';
import { FactorService } from './factor/factor.service.js';
import { InvitationController } from './invitation/invitation.controller.js';
import { InvitationService, inviteUser, redeemInvitation } from './invitation/invitation.service.js';
import { PasskeyController } from './passkey/passkey.controller.js';
import { PasskeyProofService } from './passkey/passkey-proof.service.js';
import { enrolPasskey, PasskeyService, removeOwnPasskey } from './passkey/passkey.service.js';
import { NewPasswordService } from './password/new-password.service.js';
import { PasswordController } from './password/password.controller.js';
import { changePassword, PasswordService } from './password/password.service.js';
import { ProofService } from './proof/proof.service.js';
import { RecoveryCodeController } from './recovery-code/recovery-code.controller.js';
import { RecoveryCodeService, renewRecoveryCodes } from './recovery-code/recovery-code.service.js';
import { OwnSessionController } from './session/own-session.controller.js';
import { OwnSessionService, revokeSession } from './session/own-session.service.js';
import { LockoutService } from './sign-in/lockout.service.js';
import { StepUpController } from './step-up/step-up.controller.js';
import { StepUpService } from './step-up/step-up.service.js';
import { TotpController } from './totp/totp.controller.js';
import { confirmTotp, removeTotpFactor, TotpService } from './totp/totp.service.js';
import { createUser, deactivateUser, disconnectUser, restrictUser } from './user/user.service.js';

/** What lets people prove who they are, and look after how they do. */
export const IDENTITY_CONTROLLERS = [
  FactorController,
  InvitationController,
  OwnSessionController,
  PasskeyController,
  PasswordController,
  RecoveryCodeController,
  StepUpController,
  TotpController,
] as const;

export const IDENTITY_PROVIDERS = [
  FactorService,
  InvitationService,
  LockoutService,
  NewPasswordService,
  OwnSessionService,
  PasskeyProofService,
  PasskeyService,
  PasswordService,
  ProofService,
  RecoveryCodeService,
  StepUpService,
  TotpService,
] as const;

/** What administrators do with accounts. */
export const USER_COMMANDS = [createUser, deactivateUser, restrictUser, disconnectUser, inviteUser] as const;

/** What people do with their own accounts: none of it waits for anybody. */
export const SESSION_COMMANDS = [
  revokeSession,
  changePassword,
  redeemInvitation,
  confirmTotp,
  removeTotpFactor,
  enrolPasskey,
  removeOwnPasskey,
  renewRecoveryCodes,
] as const;
