import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { mergeMap, type Observable } from 'rxjs';
import { accessRuleOf } from '../guard/access-rule.js';
import { admissionOf } from '../guard/admissions.js';
import { AccessLog } from './access-log.js';
import { accessNoteOf, subjectLabel } from './logs-access.js';

/** Writes down, on routes with `@LogsAccess`, who is about to see whose data; one insert, and none where the answer names nobody. */
@Injectable()
export class AccessLogInterceptor implements NestInterceptor {
  constructor(private readonly log: AccessLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const note = accessNoteOf(context.getHandler());
    if (note === null) return next.handle();
    const { actor, origin } = admissionOf(context.switchToHttp().getRequest<object>());
    const rule = accessRuleOf(context.getHandler(), context.getClass());
    const action = rule?.kind === 'allow' ? rule.permission : 'public';
    return next.handle().pipe(
      mergeMap(async (answer: unknown) => {
        const subjects = note.subjectsOf(answer as never);
        if (subjects.length === 0) return answer;
        await this.log.record({ actor, origin, action, subjectKind: note.subjectKind, subjectId: null, subjectLabel: subjectLabel(subjects), subjectCount: subjects.length });
        return answer;
      }),
    );
  }
}
