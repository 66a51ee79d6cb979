/**
 * The nodes' pauses, before another attempt and between two registrations, take no time. How long a call or a download
 * waits is tested in `test/unit/http`.
 */
Object.defineProperty(require('n8n-workflow'), 'sleep', { value: async () => {} });
