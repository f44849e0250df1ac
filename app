HTTP/1.1 201 Created
Location: http://localhost:8080/api/app/123ad1ef-cc7f-4e56-a338-b8ef2aa1709d/
ETag: "1"
{"resource_url":"/api/app/123ad1ef-cc7f-4e56-a338-b8ef2aa1709d/","resource_id":"123ad1ef-cc7f-4e56-a338-b8ef2aa1709d","resource":{"name":"x","scopes":["profile:read","app:read","app:write"],"account_id":"58f20a13-7c63-4eb7-8e78-1bcee80a8a3f","client_id":"123ad1ef-cc7f-4e56-a338-b8ef2aa1709d","client_secret":"dPrk_KdrrOX_Z14zT6Nogib-NkxUUn-d4KwA_0YyixA","created":"2026-11-23T13:23:48.082Z","last_modified":"2026-11-23T13:23:48.082Z"}}
