HTTP/1.1 201 Created
Location: http://localhost:8080/api/app/29965abe-8a64-404f-9282-cedcbee723f1/
ETag: "1"
{"resource_url":"/api/app/29965abe-8a64-404f-9282-cedcbee723f1/","resource_id":"29965abe-8a64-404f-9282-cedcbee723f1","resource":{"name":"x","scopes":["profile:read","app:read","app:write"],"account_id":"08da5027-7203-48a0-b506-b5b2a036da18","client_id":"29965abe-8a64-404f-9282-cedcbee723f1","client_secret":"pGHMDfx2dcY0YoNF295lS3hoExKrTdWX2aSF1Aee6Ug","created":"2026-11-23T13:03:15.205Z","last_modified":"2026-11-23T13:03:15.205Z"}}
