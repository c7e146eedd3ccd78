import { Controller, Get, Param } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { InjectDataSource } from '@nestjs/typeorm';
import { Public } from '#libs/access';
import { DomainError } from '#libs/errors';
import { DataSource } from 'typeorm';
import { readCode } from '../slip.js';
import { VerifiedReportDto } from './verification.dto.js';
import { findByCode } from './verification.query.js';

/** For whoever holds a report in their hands, without an account. */
@ApiTags('report')
@Controller('verifications')
export class VerificationController {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  @Get(':code')
  @Public()
  @ApiOperation({ operationId: 'verifyReport', summary: 'Whether the report with this code holds; nothing of what it is about' })
  @ApiOkResponse({ type: VerifiedReportDto })
  @ApiNotFoundResponse()
  async verify(@Param('code') typed: string): Promise<VerifiedReportDto> {
    const code = readCode(typed);
    const found = code === null ? null : await findByCode(this.source.manager, code);
    if (code === null || found === null) throw unknownCode();
    const { titleKo, titleEn, ...report } = found;
    return { ...report, code, title: { ko: titleKo, en: titleEn } };
  }
}

const unknownCode = (): DomainError =>
  new DomainError('not_found', 'report.unknown-code', {
    ko: '이 코드로 발급된 보고서가 없습니다. 코드를 다시 확인해 주세요. 코드가 맞다면 이 기관이 발급한 문서가 아닙니다.',
    en: 'No report was issued under this code. Check the code; if it is right, the paper is not from this house.',
  });
