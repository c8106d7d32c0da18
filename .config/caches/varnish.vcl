# Varnish as a cache in front of Qiao: varnishd -f varnish.vcl -a 127.0.0.1:8080
# Beside Varnish's own rules it has one more, by which whoever is told of a change says what shall be forgotten:
#   curl -X BAN http://127.0.0.1:8080/ -H 'Surrogate-Key: programs programs:<id>'
vcl 4.1;

import std;

backend default {
  .host = "127.0.0.1";
  .port = "3000";
}

# Who may say so: the machine on which webhooks are received.
acl purgers {
  "127.0.0.1";
  "::1";
}

sub vcl_recv {
  if (req.method == "BAN") {
    if (client.ip !~ purgers) {
      return (synth(403));
    }
    # Names as Qiao writes them, and nothing that means something in a pattern.
    if (req.http.Surrogate-Key !~ "^[A-Za-z0-9:_-]+( [A-Za-z0-9:_-]+)*$") {
      return (synth(400, "Say in Surrogate-Key what shall be forgotten."));
    }
    # \s, for a ban's words are parted by spaces.
    if (std.ban("obj.http.Surrogate-Key ~ (^|\s)(" + regsuball(req.http.Surrogate-Key, " ", "|") + ")(\s|$)")) {
      return (synth(204));
    }
    return (synth(500, std.ban_error()));
  }
}

sub vcl_backend_response {
  # Varnish keeps what says nothing of its age for two minutes.
  if (!beresp.http.Cache-Control && !beresp.http.Expires) {
    set beresp.uncacheable = true;
    set beresp.ttl = 0s;
  }
}
