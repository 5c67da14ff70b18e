// The product that owns the users, and its operators: whoever speaks to the server through its API.
#pragma once

#include <string>

#include "sim/stage.h"

namespace pl::sim {

class Product {
 public:
  explicit Product(Stage& stage) : stage_(stage) {}

  // Registers a person, as often as it takes.
  void introduce(int person);
  // Does what a fact of Verb::kApi says; what could not be stored is asked for again.
  void perform(const Fact& fact);
  // An operator looks at everything that waits for one, and lets it go on.
  void resolve_everything();

 private:
  using Then = std::function<void(const net::Response&)>;
  void ask(std::string method, std::string path, std::string body, Then then);
  void persist(std::string method, std::string path, std::string body, int tries, Then then);
  void change_number(int person);
  void erase(int person, int tries);

  Stage& stage_;
};

}  // namespace pl::sim
