/**
 * The nodes' pauses, before another attempt and between two registrations, take no time. How long they are is tested with
 * a fake clock, in `test/unit`.
 */
Object.defineProperty(require('n8n-workflow'), 'sleep', { value: async () => {} });
