import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ChoiceField, IdField, SecretField } from '#libs/http';
import { IsObject, IsOptional } from 'class-validator';
import { PASSWORD_POLICY } from '../password/password.rules.js';

/** What `navigator.credentials` gave, as JSON (WebAuthn Level 3 §5.1.8); read by the library that checks it. */
export function CredentialField(options: { readonly optional: boolean }): PropertyDecorator {
  const schema = { type: 'object', additionalProperties: true, description: 'What the browser answered, as JSON' } as const;
  return options.optional ? applyDecorators(ApiPropertyOptional(schema), IsOptional(), IsObject()) : applyDecorators(ApiProperty(schema), IsObject());
}

export class ProofDto {
  @ChoiceField(['PASSWORD', 'TOTP', 'RECOVERY_CODE', 'PASSKEY'])
  method!: 'PASSWORD' | 'TOTP' | 'RECOVERY_CODE' | 'PASSKEY';

  @SecretField({ max: PASSWORD_POLICY.maximumLength, optional: true, description: 'With PASSWORD' })
  password?: string;

  @SecretField({ max: 40, optional: true, description: 'With TOTP and RECOVERY_CODE' })
  code?: string;

  @IdField({ optional: true, description: 'With PASSKEY: of the challenge that was signed' })
  challengeId?: string;

  @CredentialField({ optional: true })
  response?: Record<string, unknown>;
}
